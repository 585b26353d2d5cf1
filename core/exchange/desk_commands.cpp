#include "core/command/catalogue.h"
#include "core/exchange/desk_record.h"
#include "core/journal/new_event.h"

using namespace Qt::StringLiterals;

namespace core {

namespace {

struct TrustDesk : DeskBelieved {
    static constexpr const char* name = "desk.trust";
};

struct VouchDesk : DeskBelieved {
    static constexpr const char* name = "desk.vouch";
};

struct WithdrawDesk {
    static constexpr const char* name = "desk.withdraw";
    QString desk;
    qint64 lastSeq = 0;
    QString lastChain;
    QString why;

    template <typename Self, typename V>
    static void visit(Self& s, V&& v)
    {
        v("desk", s.desk, "The desk's identity", Need::Required);
        v("last_seq", s.lastSeq, "Number of the last event that is believed", Need::Required);
        v("last_chain", s.lastChain, "That event's chain, where it is known");
        v("why", s.why, "Why it is no longer believed", Need::Required);
    }
};

bool isHex(const QString& text, qsizetype bytes)
{
    const QByteArray raw = QByteArray::fromHex(text.toLatin1());
    return raw.size() == bytes && QString::fromLatin1(raw.toHex()) == text;
}

std::optional<Refusal> refuseBelieved(const DeskBelieved& wanted, const Context& context)
{
    if (!isHex(wanted.desk, 16) || !isHex(wanted.signingKey, 32) || !isHex(wanted.boxKey, 32))
        return Refusal{{}, u"desk"_s, u"The desk's identity or a key of it is not whole."_s,
            u"Take them from the introduction: `dutydesk-cli desks trust FILE`."_s};
    if (wanted.desk == context.desk)
        return Refusal{{}, u"desk"_s, u"That is this desk itself."_s,
            u"Read the introduction of the other desk here, and this one's there."_s};
    for (const QString& service : wanted.services)
        if (!context.profile().service(service))
            return Refusal{{}, u"services"_s, u"The profile has no service “%1”."_s.arg(service),
                u"Both desks must use the same profile."_s};
    if (wanted.services.isEmpty())
        return Refusal{{}, u"services"_s, u"No service is named that the desk writes for."_s,
            u"Name at least its own."_s};
    if (wanted.until && *wanted.until <= context.now)
        return Refusal{{}, u"until"_s,
            u"The introduction ran out at %1."_s.arg(dateTimeText(*wanted.until)),
            u"Ask the other desk for a new one."_s};
    return {};
}

template <typename E>
Decision say(const E& event, const Context& context)
{
    Decision decision;
    decision.events.push_back(newEvent(subjectOfDesk(context.desk), event));
    decision.made.insert(u"desk"_s, event.desk);
    return decision;
}

Decision trust(const TrustDesk& wanted, const Context& context)
{
    if (auto refusal = refuseBelieved(wanted, context))
        return {{}, {std::move(*refusal)}, {}, {}, {}, {}};
    return say(DeskTrusted{wanted}, context);
}

Decision vouch(const VouchDesk& wanted, const Context& context)
{
    if (auto refusal = refuseBelieved(wanted, context))
        return {{}, {std::move(*refusal)}, {}, {}, {}, {}};
    if (wanted.services.value(0) != context.deskService)
        return refuse({}, u"services"_s,
            u"A lead desk vouches only for desks of its own service."_s,
            u"Let a desk of that service introduce it."_s);
    return say(DeskVouched{wanted}, context);
}

Decision withdraw(const WithdrawDesk& wanted, const Context& context)
{
    if (wanted.desk == context.desk || !isHex(wanted.desk, 16))
        return refuse({}, u"desk"_s, u"“%1” is not another desk's identity."_s.arg(wanted.desk),
            u"`dutydesk-cli desks` lists the desks that are known here."_s);
    if (wanted.lastSeq < 0)
        return refuse({}, u"last_seq"_s, u"An event's number cannot be less than 0."_s,
            u"Give the number of the last event that you believe; 0 for none."_s);
    return say(DeskWithdrawn{wanted.desk, wanted.lastSeq, wanted.lastChain, wanted.why}, context);
}

}

std::vector<CommandSpec> deskCommands()
{
    return {
        command<TrustDesk>("Believes another desk, as it introduced itself", {}, trust),
        command<VouchDesk>("Vouches, as lead desk, for a desk of the own service", {}, vouch),
        command<WithdrawDesk>("Believes a desk no longer than up to an event", {}, withdraw),
    };
}

}
