// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/network/network.h"

#include <exception>
#include <iostream>
#include <stdexcept>

int main(int argc, char* argv[])
{
    using namespace milepost::network;
    try {
        const NetworkOptions options = readOptions({argv + 1, argv + argc});
        if (options.wantsHelp) {
            std::cout << usageText();
            return 0;
        }
        Network network(options);
        std::cerr << "milepost-network: control " << network.url() << ", network file "
                  << options.config.string() << std::endl;
        network.run();
        return 0;
    } catch (const std::invalid_argument& wrong) {
        std::cerr << "milepost-network: " << wrong.what() << "\n\n" << usageText();
        return 2;
    } catch (const std::exception& failure) {
        std::cerr << "milepost-network: " << failure.what() << std::endl;
        return 1;
    }
}
