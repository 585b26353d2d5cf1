#pragma once

#include "core/duty/duty.h"

namespace core {

struct NoticeGiven {
    static constexpr const char* type = "duty.notice_given";
    PartId id;
    QString audience;
    QString message;
    QString how;
    QString owner;
    std::optional<Instant> until;

    template <typename Self, typename V>
    static void visit(Self& s, V&& v)
    {
        v("id", s.id);
        v("audience", s.audience);
        v("message", s.message);
        v("how", s.how);
        v("owner", s.owner);
        v("until", s.until);
    }
};

struct ComplimentReceived {
    static constexpr const char* type = "duty.compliment_received";
    PartId id;
    QString from;
    QString about;
    QString words;
    QString theme;

    template <typename Self, typename V>
    static void visit(Self& s, V&& v)
    {
        v("id", s.id);
        v("from", s.from);
        v("about", s.about);
        v("words", s.words);
        v("theme", s.theme);
    }
};

EventRules<Duty> noticeRules();

}
