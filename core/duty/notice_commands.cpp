#include "core/command/refusals.h"
#include "core/duty/duty_commands.h"
#include "core/duty/notice_events.h"

using namespace Qt::StringLiterals;

namespace core {

namespace {

struct GiveNotice {
    static constexpr const char* name = "duty.notice";
    DutyId duty;
    PartId id;
    QString audience;
    QString message;
    QString how;
    QString owner;
    std::optional<Due> until;

    template <typename Self, typename V>
    static void visit(Self& s, V&& v)
    {
        v("duty", s.duty, "The duty; the acting user's when left out");
        v("id", s.id, "Identifier to give the notice; made when left out");
        v("audience", s.audience, "Who is to know", Need::Required);
        v("message", s.message, "What they are to know", Need::Required);
        v("how", s.how, "How they are told: e-mail, meeting, newsletter");
        v("owner", s.owner, "Who is responsible for telling them; the acting user when left out");
        v("until", s.until, "Until when it holds");
    }
};

struct NoteCompliment {
    static constexpr const char* name = "duty.compliment";
    DutyId duty;
    PartId id;
    QString from;
    QString about;
    QString words;
    QString theme;

    template <typename Self, typename V>
    static void visit(Self& s, V&& v)
    {
        v("duty", s.duty, "The duty; the acting user's when left out");
        v("id", s.id, "Identifier to give the compliment; made when left out");
        v("from", s.from, "Who said it", Need::Required);
        v("words", s.words, "What was said", Need::Required);
        v("about", s.about, "Whom or what it is about");
        v("theme", s.theme, "What is learned: a theme in a few words");
    }
};

/// Writes one event of a part on the duty that is meant.
template <typename Wanted, typename Make>
Decision onDuty(const Wanted& wanted, const Context& context, const Make& make)
{
    const auto found = dutyInHand(context, wanted.duty);
    if (const auto* refusal = std::get_if<Refusal>(&found))
        return {{}, {*refusal}, {}, {}, {}, {}};
    const auto& inHand = std::get<DutyInHand>(found);
    Decision decision;
    openIfNeeded(decision, inHand, context);
    const PartId id = wanted.id.isNull() ? PartId{context.mint()} : wanted.id;
    decision.events.push_back(newEvent(inHand.subject(), make(id)));
    decision.made.insert(u"id"_s, id.text());
    return decision;
}

Decision refuseBlanks(std::initializer_list<std::pair<const char*, const QString&>> fields)
{
    Decision decision;
    for (const auto& [field, words] : fields)
        refused(decision, refuseBlank(QString::fromLatin1(field), words));
    return decision;
}

Decision giveNotice(const GiveNotice& wanted, const Context& context)
{
    if (Decision blank = refuseBlanks({{"audience", wanted.audience}, {"message", wanted.message}});
        blank.refused())
        return blank;
    return onDuty(wanted, context, [&](const PartId& id) {
        return NoticeGiven{id, wanted.audience, wanted.message, wanted.how,
            wanted.owner.isEmpty() ? context.actor.name : wanted.owner,
            wanted.until ? std::optional(wanted.until->at) : std::nullopt};
    });
}

Decision noteCompliment(const NoteCompliment& wanted, const Context& context)
{
    if (Decision blank = refuseBlanks({{"from", wanted.from}, {"words", wanted.words}});
        blank.refused())
        return blank;
    return onDuty(wanted, context, [&](const PartId& id) {
        return ComplimentReceived{id, wanted.from, wanted.about, wanted.words, wanted.theme};
    });
}

}

std::vector<CommandSpec> noticeCommands()
{
    return {
        command<GiveNotice>(
            "Records who is to know what, how, by whom and until when", {u"COM-1.2"_s}, giveNotice),
        command<NoteCompliment>(
            "Records a compliment, and what it teaches", {u"COM-7.5"_s}, noteCompliment),
    };
}

}
