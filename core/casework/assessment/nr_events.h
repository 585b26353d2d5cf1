#pragma once

#include "core/casework/assessment/nr_parts.h"

namespace core {

/// Somebody tried to inform or consult the nearest relative. `occurred` is when. CLK-17, CLK-18
struct RelativeTried {
    static constexpr const char* type = "case.relative_tried";
    PartId id;
    NrMeans means = NrMeans::Telephone;
    QString number;
    QString by;
    NrResult result = NrResult::NoAnswer;
    std::optional<NrAnswer> answer;
    QString words;
    QString reason;

    template <typename Self, typename V>
    static void visit(Self& s, V&& v)
    {
        v("id", s.id);
        v("means", s.means);
        v("number", s.number);
        v("by", s.by);
        v("result", s.result);
        v("answer", s.answer);
        v("words", s.words);
        v("reason", s.reason);
    }
};

/// For which local authority the AMHP who made the s2 application acted: it keeps the duty to
/// consider s3. Empty: another made a new one, and for whom is not yet told. CLK-20, s13(1B)
struct ApplicantAuthorityTold {
    static constexpr const char* type = "case.applicant_authority_told";
    QString authority;

    template <typename Self, typename V>
    static void visit(Self& s, V&& v)
    {
        v("authority", s.authority);
    }
};

}
