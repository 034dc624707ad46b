// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/command_line.h"

#include <iostream>

int main(int argc, char** argv)
{
    return milepost::runCommandLine(argc, argv, std::cout, std::cerr);
}
