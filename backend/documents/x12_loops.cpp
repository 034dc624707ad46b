// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/documents/x12_loops.h"

#include <algorithm>
#include <array>
#include <string>
#include <unordered_set>
#include <utility>

namespace milepost {
namespace {

constexpr std::string_view orders = "850 855 860";

/// Loops of 004010 in the parts that partners use, generous where they differ by version. A POC loop (860) is
/// read as a PO1 loop.
constexpr std::array loops{
    X12Loop{orders, "",
            "BEG BAK BCH CUR REF PER TAX FOB CTP* PAM CSH TC2 SAC* ITD DIS INC DTM SI PID MEA PWK PKG TD1 "
            "TD5 TD3 TD4 "
            "MAN PCT CTB TXI LDT* AMT* N9* MSG N1* LM SPI* ADV* PO1* POC* CTT*"},
    X12Loop{orders, "SAC", "CUR"},
    X12Loop{orders, "LDT", "QTY MTX REF"},
    X12Loop{orders, "AMT", "REF DTM PCT"},
    X12Loop{orders, "N9", "DTM MEA PWK EFI MSG MTX"},
    X12Loop{orders, "N1", "N2 NX2 N3 N4 REF PER SI FOB TD1 TD5 TD3 TD4 PKG"},
    X12Loop{orders, "SPI", "REF DTM MSG"},
    X12Loop{orders, "ADV", "DTM MTX"},
    X12Loop{orders, "PO1",
            "LIN SI CUR CN1 PO3 CTP* PAM CTB MEA PID* PWK PO4* REF PER SAC* IT8 CSH ITD DIS INC TAX FOB SDQ "
            "IT3 DTM "
            "TC2 TD1 TD5 TD3 TD4 PCT MAN MSG SPI TXI ACK* QTY* SCH* PKG* LDT* LM SLN* N9* N1* AMT*"},
    X12Loop{orders, "PO1/CTP", "CUR"},
    X12Loop{orders, "PO1/PID", "MEA"},
    X12Loop{orders, "PO1/PO4", "MEA"},
    X12Loop{orders, "PO1/SAC", "CUR CTP"},
    X12Loop{orders, "PO1/ACK", "DTM"},
    X12Loop{orders, "PO1/QTY", "SI"},
    X12Loop{orders, "PO1/SCH", "TD1 TD5 TD3 TD4 REF"},
    X12Loop{orders, "PO1/PKG", "MEA"},
    X12Loop{orders, "PO1/LDT", "QTY MSG REF"},
    X12Loop{orders, "PO1/SLN", "MSG SI PID PO3 TC2 CTP PAM ACS SAC DTM TXI QTY N9* N1*"},
    X12Loop{orders, "PO1/SLN/N9", "DTM MSG"},
    X12Loop{orders, "PO1/SLN/N1", "N2 NX2 N3 N4 REF PER SI"},
    X12Loop{orders, "PO1/N9", "DTM MEA PWK EFI MSG MTX"},
    X12Loop{orders, "PO1/N1", "N2 NX2 N3 N4 REF PER SI DTM FOB SCH TD1 TD5 TD3 TD4 QTY PKG LDT MAN"},
    X12Loop{orders, "PO1/AMT", "REF PCT"},
    X12Loop{orders, "CTT", "AMT"},

    X12Loop{"810", "",
            "BIG NTE CUR REF YNQ PER N1* ITD DTM FOB PID MEA PWK PKG L7 BAL INC PAM LM N9* V1 FA1* IT1* TDS "
            "TXI CAD "
            "AMT SAC* ISS* CTT"},
    X12Loop{"810", "N1", "N2 N3 N4 REF PER DMG"},
    X12Loop{"810", "N9", "MSG"},
    X12Loop{"810", "FA1", "FA2"},
    X12Loop{"810", "IT1",
            "CRC QTY CUR IT3 TXI CTP PAM MEA PID* PWK PKG PO4 ITD REF YNQ PER SDQ DTM CAD L7 SR SAC* SLN* "
            "FA1 LM N1*"},
    X12Loop{"810", "IT1/PID", "MEA"},
    X12Loop{"810", "IT1/SAC", "TXI"},
    X12Loop{"810", "IT1/SLN", "DTM REF PID SAC TC2 TXI"},
    X12Loop{"810", "IT1/N1", "N2 N3 N4 REF PER DMG"},
    X12Loop{"810", "SAC", "TXI"},
    X12Loop{"810", "ISS", "PID"},

    X12Loop{"856", "", "BSN DTM HL* CTT"},
    X12Loop{"856", "HL",
            "LIN SN1 SLN PRF PO4 PID MEA PWK PKG TD1 TD5 TD3 TD4 TSD REF PER LH1 CLD* MAN DTM FOB PAL N1* "
            "SDQ ETD CUR "
            "SAC* GF YNQ LM V1 AMT"},
    X12Loop{"856", "HL/CLD", "REF DTP"},
    X12Loop{"856", "HL/N1", "N2 N3 N4 REF PER FOB"},
    X12Loop{"856", "HL/SAC", "CUR"},

    X12Loop{"940", "", "W05 N1* PER N9 G61 NTE MSG G62 W09 W66 W6 LX* W76"},
    X12Loop{"940", "N1", "N2 N3 N4 G61 PER"},
    X12Loop{"940", "LX", "MAN N9 W01*"},
    X12Loop{"940", "LX/W01", "G69 N9 G66 QTY W20 MTX AMT G62 LS N1* SLN"},
    X12Loop{"940", "LX/W01/N1", "N2 N3 N4"},

    X12Loop{"945", "", "W06 N1* N9 G62 NTE W27 W28 W10 LX* W03"},
    X12Loop{"945", "N1", "N2 N3 N4 PER G61"},
    X12Loop{"945", "LX", "MAN PAL N9 W12*"},
    X12Loop{"945", "LX/W12", "G69 N9 QTY MEA AMT G62 W20 LS FA1 N1*"},
    X12Loop{"945", "LX/W12/N1", "N2 N3 N4"},

    X12Loop{"846", "", "BIA DTM CUR REF PER PID MEA N1* LIN* CTT"},
    X12Loop{"846", "N1", "N2 N3 N4 REF PER"},
    X12Loop{"846", "LIN", "PID MEA PKG DTM CTP CUR SAC REF PER SDQ MAN UIT CS DD G53 PWK SLN QTY* N1*"},
    X12Loop{"846", "LIN/QTY", "UIT MEA REF DTM LDT SCH LS"},
    X12Loop{"846", "LIN/N1", "N2 N3 N4 REF PER"},

    X12Loop{"997", "", "AK1 AK2* AK9"},
    X12Loop{"997", "AK2", "AK3* AK5"},
    X12Loop{"997", "AK2/AK3", "AK4"},
    X12Loop{"999", "", "AK1 AK2* AK9"},
    X12Loop{"999", "AK2", "IK3* IK5"},
    X12Loop{"999", "AK2/IK3", "CTX IK4*"},
    X12Loop{"999", "AK2/IK3/IK4", "CTX"},

    X12Loop{"204", "", "B2 B2A L11 G62 MS3 AT5 PLD LH6 NTE N1* N7* S5* L3"},
    X12Loop{"204", "N1", "N2 N3 N4 L11 G61"},
    X12Loop{"204", "N7", "N7A N7B MEA M7"},
    X12Loop{"204", "S5", "L11 G62 AT8 LAD AT5 PLD NTE N1* L5* OID* G61 LH6"},
    X12Loop{"204", "S5/N1", "N2 N3 N4 G61"},
    X12Loop{"204", "S5/L5", "AT8 G61 LH1"},
    X12Loop{"204", "S5/OID", "G62 LAD L5* AT8 G61"},
    X12Loop{"204", "S5/OID/L5", "AT8 G61 LH1"},

    X12Loop{"210", "", "B3 C2 C3 ITD L11 N9 G62 R3 H3 K1 N1* N7* LX* L3"},
    X12Loop{"210", "N1", "N2 N3 N4 N9"},
    X12Loop{"210", "N7", "M7"},
    X12Loop{"210", "LX", "L11 N9 POD L5 H1 H2 L0 L1 L4 L7 K1 SPO N1*"},
    X12Loop{"210", "LX/N1", "N2 N3 N4 N9"},

    X12Loop{"214", "", "B10 L11 MAN K1 N1* MS3 LX*"},
    X12Loop{"214", "N1", "N2 N3 N4 G62 L11"},
    X12Loop{"214", "LX", "AT7* L11 MAN Q7 K1 AT5 AT8 CD3 NM1 PRF N1*"},
    X12Loop{"214", "LX/AT7", "MS1 MS2 M7"},
    X12Loop{"214", "LX/N1", "N2 N3 N4"},

    X12Loop{"820", "", "BPR NTE TRN CUR REF DTM N1* ENT* TXP DED"},
    X12Loop{"820", "N1", "N2 N3 N4 REF PER"},
    X12Loop{"820", "ENT", "NM1 ADX* RMR*"},
    X12Loop{"820", "ENT/ADX", "NTE PER REF DTM"},
    X12Loop{"820", "ENT/RMR", "NTE REF DTM IT1 ADX* N9"},
    X12Loop{"820", "ENT/RMR/ADX", "NTE PER REF DTM"},

    X12Loop{"832", "", "BCT NTE CUR REF PER DTM N1* LIN* CTT"},
    X12Loop{"832", "N1", "N2 N3 N4 REF PER"},
    X12Loop{"832", "LIN", "G53 DTM G39 REF PER PID* MEA PKG PO4 CUR CTP* CTB SAC SLN LDT QTY MSG N1*"},
    X12Loop{"832", "LIN/PID", "MEA"},
    X12Loop{"832", "LIN/CTP", "DTM CUR"},
    X12Loop{"832", "LIN/N1", "N2 N3 N4 REF PER"},
};

constexpr std::string_view envelopeTags = "ISA GS ST SE GE IEA TA1";

struct FunctionalId {
    std::string_view type;
    std::string_view id;
};

constexpr std::array functionalIds{
    FunctionalId{"204", "SM"}, FunctionalId{"210", "IM"}, FunctionalId{"214", "QM"},
    FunctionalId{"810", "IN"}, FunctionalId{"820", "RA"}, FunctionalId{"832", "SC"},
    FunctionalId{"846", "IB"}, FunctionalId{"850", "PO"}, FunctionalId{"855", "PR"},
    FunctionalId{"856", "SH"}, FunctionalId{"860", "PC"}, FunctionalId{"940", "OW"},
    FunctionalId{"945", "SW"}, FunctionalId{"997", "FA"}, FunctionalId{"999", "FA"},
};

struct CompositeElement {
    std::string_view tag;
    int element;
};

constexpr std::array composites{
    CompositeElement{"MEA", 4}, CompositeElement{"SLN", 5}, CompositeElement{"CTP", 5},
    CompositeElement{"QTY", 3}, CompositeElement{"REF", 4}, CompositeElement{"N9", 7},
    CompositeElement{"AK4", 1}, CompositeElement{"IK4", 1}, CompositeElement{"CTX", 1},
    CompositeElement{"CTX", 5}, CompositeElement{"CTX", 6},
};

template <typename F>
void eachWord(std::string_view words, F&& visit)
{
    while (!words.empty()) {
        const std::size_t end = std::min(words.find(' '), words.size());
        visit(words.substr(0, end));
        words.remove_prefix(std::min(end + 1, words.size()));
    }
}

std::unordered_set<std::string_view> collectTags()
{
    std::unordered_set<std::string_view> tags;
    for (const X12Loop& loop : loops)
        eachWord(loop.members, [&](std::string_view word) {
            tags.insert(word.ends_with('*') ? word.substr(0, word.size() - 1) : word);
        });
    eachWord(envelopeTags, [&](std::string_view word) { tags.insert(word); });
    return tags;
}

} // namespace

X12Structure X12Structure::of(std::string_view type)
{
    X12Structure structure;
    const auto found = std::ranges::find_if(loops, [&](const X12Loop& loop) {
        bool isOf = false;
        eachWord(loop.family, [&](std::string_view word) { isOf = isOf || word == type; });
        return isOf;
    });
    if (found != loops.end()) structure.m_family = found->family;
    return structure;
}

const X12Loop* X12Structure::find(std::string_view path) const
{
    std::string order;
    if (path.starts_with("POC")) {
        order = "PO1" + std::string(path.substr(3));
        path = order;
    }
    const auto found = std::ranges::find_if(
        loops, [&](const X12Loop& loop) { return loop.family == m_family && loop.path == path; });
    return found == loops.end() ? nullptr : &*found;
}

X12Membership membership(const X12Loop* loop, std::string_view tag)
{
    if (!loop) return X12Membership::None;
    X12Membership result = X12Membership::None;
    eachWord(loop->members, [&](std::string_view word) {
        if (!word.starts_with(tag) || result != X12Membership::None) return;
        if (word.size() == tag.size())
            result = X12Membership::Segment;
        else if (word.size() == tag.size() + 1 && word.back() == '*')
            result = X12Membership::Loop;
    });
    return result;
}

bool startsKnownSegment(std::string_view text, std::string_view elementSeparator)
{
    static const std::unordered_set<std::string_view> tags = collectTags();
    for (const std::size_t length : {std::size_t{2}, std::size_t{3}})
        if (text.size() > length && text.substr(length).starts_with(elementSeparator) &&
            tags.contains(text.substr(0, length)))
            return true;
    return false;
}

bool isComposite(std::string_view tag, int element)
{
    return std::ranges::any_of(
        composites, [&](const CompositeElement& c) { return c.tag == tag && c.element == element; });
}

std::string_view functionalId(std::string_view type)
{
    const auto found = std::ranges::find(functionalIds, type, &FunctionalId::type);
    return found == functionalIds.end() ? std::string_view() : found->id;
}

} // namespace milepost
