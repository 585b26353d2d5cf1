#include "core/clock/catalogue.h"
#include "core/clock/passed.h"
#include "core/command/refusals.h"
#include "core/contact/acknowledgement.h"
#include "core/contact/contact_command_groups.h"
#include "core/contact/contact_events.h"
#include "core/journal/new_event.h"
#include "core/text/identifiers.h"

using namespace Qt::StringLiterals;

namespace core {

namespace {

struct WriteContact {
    static constexpr const char* name = "contact.written";
    ContactId of;
    PartId id;
    QString system;
    QString what;

    template <typename Self, typename V>
    static void visit(Self& s, V&& v)
    {
        v("contact", s.of, "The contact", Need::Required);
        v("id", s.id, "Identifier to give the line; made when left out");
        v("system", s.system, "The system it was written to: RiO, the council's …", Need::Required);
        v("what", s.what, "What was written; the whole contact when left out");
    }
};

struct SendContact {
    static constexpr const char* name = "contact.send";
    ContactId of;
    PartId id;
    QString team;
    QString to;
    std::optional<QString> council;

    template <typename Self, typename V>
    static void visit(Self& s, V&& v)
    {
        v("contact", s.of, "The contact", Need::Required);
        v("id", s.id, "Identifier to give the line; made when left out");
        v("team", s.team, "The team that it was sent to, by its key in the profile",
            Need::Required);
        v("to", s.to, "Address; the team's own when left out");
        v("council", s.council, "Council area, when the contact has none yet");
    }
};

struct AcknowledgeContact {
    static constexpr const char* name = "contact.acknowledge";
    ContactId of;
    PartId id;
    QString team;
    QString by;

    template <typename Self, typename V>
    static void visit(Self& s, V&& v)
    {
        v("contact", s.of, "The contact", Need::Required);
        v("id", s.id, "Identifier to give the line; made when left out");
        v("team", s.team, "The team that acknowledged it, by its key in the profile",
            Need::Required);
        v("by", s.by, "Who acknowledged it");
    }
};

PartId minted(Decision& decision, const PartId& wanted, const Context& context)
{
    const PartId id = wanted.isNull() ? PartId{context.mint()} : wanted;
    decision.made.insert(u"id"_s, id.text());
    return id;
}

Decision decideWritten(const WriteContact& wanted, const Context& context)
{
    Decision decision;
    contactNamed(decision, wanted.of, context);
    refused(decision, refuseBlank(u"system"_s, wanted.system));
    if (decision.refused())
        return decision;
    const QString what = wanted.what.isEmpty() ? u"contact"_s : wanted.what;
    decision.events.push_back(newEvent(subjectOf(wanted.of),
        ContactWritten{minted(decision, wanted.id, context), wanted.system, what}));
    return decision;
}

std::optional<Refusal> refuseWithoutCouncil(const SendContact& wanted, const Contact& contact)
{
    if (wanted.council || contact.details.council)
        return {};
    return Refusal{u"FM-5"_s, u"council"_s,
        u"The council area of %1 is not yet known; it is asked before sending."_s.arg(contact.ref),
        u"Give council with this command: a key of the profile, or out_of_area."_s};
}

bool isOutside(Decision& decision, const QString& to, const Context& context)
{
    const IdentifierCheck check = checkEmail(to, context.profile().secureDomains);
    if (check.status == IdentifierStatus::Valid)
        return false;
    decision.flags.push_back(
        {u"IDN-5.6"_s, u"“%1”: %2 %3"_s.arg(to, check.reason, check.mend).trimmed()});
    decision.notes.append(decision.flags.back().text);
    return true;
}

Decision decideSend(const SendContact& wanted, const Context& context)
{
    Decision decision;
    const auto contact = contactNamed(decision, wanted.of, context);
    refused(decision, refuseTeam(context.profile(), u"team"_s, wanted.team));
    refused(decision, refuseCouncil(context.profile(), wanted.council));
    if (contact)
        refused(decision, refuseWithoutCouncil(wanted, *contact));
    const Team* team = context.profile().team(wanted.team);
    const QString to = wanted.to.isEmpty() && team ? team->email : wanted.to;
    if (!decision.refused() && to.isEmpty())
        refused(decision,
            Refusal{u"HO-5.2a"_s, u"to"_s, u"The profile has no address for %1."_s.arg(team->name),
                u"Give the address in to."_s});
    if (decision.refused())
        return decision;
    const bool outside = isOutside(decision, to, context);
    const auto upload = uploadBy(*contact, wanted.team, context.occurred, context.calendar);
    const auto due
        = upload ? upload : acknowledgeBy(wanted.team, context.occurred, context.calendar);
    if (wanted.council) {
        ContactDescribed described;
        described.details.council = wanted.council;
        decision.events.push_back(newEvent(subjectOf(wanted.of), described));
    }
    decision.events.push_back(newEvent(subjectOf(wanted.of),
        ContactSent{minted(decision, wanted.id, context), wanted.team, to, outside, due,
            due ? warningsBefore(*due, u"acknowledgement"_s, context.profile())
                : std::vector<Instant>{}}));
    noteHolidays(decision, due, context);
    decision.owed = owedAfter(*contact, decision, context);
    return decision;
}

bool wasSent(const Contact& contact, const QString& team)
{
    return std::any_of(contact.sendings.begin(), contact.sendings.end(),
        [&team](const Sending& sending) { return sending.team == team && sending.sentAt; });
}

Decision decideAcknowledge(const AcknowledgeContact& wanted, const Context& context)
{
    Decision decision;
    const auto contact = contactNamed(decision, wanted.of, context);
    refused(decision, refuseTeam(context.profile(), u"team"_s, wanted.team));
    if (decision.refused())
        return decision;
    if (!wasSent(*contact, wanted.team))
        decision.notes.append(u"It is not marked as sent to this team: mark that as well."_s);
    decision.events.push_back(newEvent(subjectOf(wanted.of),
        ContactAcknowledged{minted(decision, wanted.id, context), wanted.team, wanted.by}));
    return decision;
}

}

std::vector<CommandSpec> contactSendCommands()
{
    return {
        command<WriteContact>("Notes that a contact was written to another system",
            {u"ESC-6.5"_s, u"HO-4.4b"_s}, decideWritten),
        command<SendContact>("Marks a contact as sent to a team",
            {u"HO-5.1"_s, u"HO-5.2a"_s, u"HO-5.2b"_s, u"FM-5"_s, u"IDN-5.6"_s, u"COM-3.5b"_s},
            decideSend),
        command<AcknowledgeContact>("Marks a contact as acknowledged by a team",
            {u"COM-3.5b"_s, u"HO-5.1"_s}, decideAcknowledge),
    };
}

}
