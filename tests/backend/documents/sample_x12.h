// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdio>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

namespace milepost::sample {

/// A padded ISA of 106 characters, its terminator included.
inline std::string isa(const std::string& control = "000000041", char component = '>',
                       const std::string& end = "~")
{
    return "ISA*00*          *00*          *ZZ*OAKFIELD       *ZZ*MERCHANT       *261120*0915*U*00401*" +
           control + "*0*P*" + std::string(1, component) + end;
}

/// The segments of a small, faultless 850 from ST to SE.
inline std::vector<std::string> orderSegments()
{
    return {"ST*850*0001",
            "BEG*00*SA*77120**20261120",
            "N1*ST*Oakfield Depot*92*D1",
            "N3*4 Mill Lane",
            "N4*Salem*OR*97301*US",
            "PO1*1*6*EA*3.25**VN*HNG-20",
            "PO1*2*1*EA***VN*HNG-30",
            "CTT*2",
            "SE*9*0001"};
}

/// All segments, each with `end` behind it.
inline std::string joined(const std::vector<std::string>& segments, const std::string& end = "~\n")
{
    std::string text;
    for (const std::string& segment : segments)
        text += segment + end;
    return text;
}

/// A faultless interchange of one group around these sets (text with their terminators).
inline std::string interchange(const std::string& sets, const std::string& end = "~\n", int count = 1)
{
    return isa("000000041", '>', end) + "GS*PO*OAKFIELD*MERCHANT*20261120*0915*41*X*004010" + end + sets +
           "GE*" + std::to_string(count) + "*41" + end + "IEA*1*000000041" + end;
}

/// An interchange with one 850 in which `from` is replaced by `to` once.
inline std::string orderWith(const std::string& from, const std::string& to)
{
    std::string text = interchange(joined(orderSegments()));
    if (!from.empty()) text.replace(text.find(from), from.size(), to);
    return text;
}

/// The bytes of a file below tests/fixtures/documents.
inline std::string fixture(const std::string& name)
{
    std::ifstream file(std::string(MILEPOST_SOURCE_DIR) + "/tests/fixtures/documents/" + name,
                       std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

} // namespace milepost::sample
