#include "core/casework/assessment/assessment_commands.h"
#include "core/casework/case_checks.h"
#include "core/casework/case_command_groups.h"
#include "core/casework/clock_changes.h"
#include "core/casework/cooperation/cooperation_events.h"
#include "core/casework/cooperation/support_rules.h"
#include "core/command/refusals.h"
#include "core/journal/new_event.h"
#include "core/time/london.h"

using namespace Qt::StringLiterals;

namespace core {

namespace {

struct UpdateSupport {
    static constexpr const char* name = "case.support_update";
    CaseId of;
    PartId request;
    QString team;
    QString noticeReason;
    std::optional<Instant> gpSeenAt;
    QString words;
    std::optional<QDate> dischargedOn;
    OlderRoute older;

    template <typename Self, typename V>
    static void visit(Self& s, V&& v)
    {
        v("case", s.of, "The case", Need::Required);
        v("request", s.request, "The request; the newest when left out");
        v("team", s.team, "The crisis team that was asked, as the profile names it");
        v("notice_reason", s.noticeReason, "Why the notice was short");
        v("gp_seen_at", s.gpSeenAt, "When the GP saw the person, organic cause excluded");
        v("words", s.words, "Why the team declined or deferred");
        v("discharged_on", s.dischargedOn, "Early discharge: the day; 28 days count from it");
        v("illness", s.older.illness, "Older: home treatment is for a functional illness");
        v("organic_excluded_by", s.older.organicExcludedBy,
            "Older: who excluded an organic cause, of OPMH or as the GP");
        v("organic_excluded_at", s.older.organicExcludedAt, "Older, in hours: and when");
        v("mdt_at", s.older.mdtAt, "Older, in hours: when OPMH and CRHT discussed it");
    }
};

// What stands on the request stays; only what is missing is told.
void refuseTold(Decision& decision, const char* field, bool given, bool missing)
{
    if (given && !missing)
        refused(decision,
            Refusal{u"COOP-2.1"_s, QString::fromLatin1(field),
                u"The request does not lack this: it was told, or is not asked of it."_s,
                u"Write down what else there is to say with case.note."_s});
}

void refuseTeam(Decision& decision, const UpdateSupport& wanted, const Case& record,
    const SupportRequest& request, const Context& context)
{
    refuseTold(decision, "team", !wanted.team.isEmpty(), request.crht && request.team.isEmpty());
    if (!wanted.team.isEmpty() && request.crht)
        refused(decision, refuseCrhtByAge(record, {true, true, u"team"_s}, context));
    if (request.crht)
        refused(decision, refuseKnownOther(wanted.team, context.profile()));
}

bool isEarlyDischarge(const SupportRequest& request)
{
    return request.crht && request.kind == SupportKind::EarlyDischarge;
}

bool tellsOlder(const OlderRoute& told)
{
    return told.illness || !told.organicExcludedBy.isEmpty() || told.organicExcludedAt
        || told.mdtAt;
}

bool tellsNothing(const UpdateSupport& wanted)
{
    return !tellsOlder(wanted.older) && wanted.team.isEmpty() && wanted.noticeReason.isEmpty()
        && !wanted.gpSeenAt && wanted.words.isEmpty() && !wanted.dischargedOn;
}

void refuseOlder(Decision& decision, const OlderRoute& told, const SupportRequest& request,
    const Context& context)
{
    const OlderRoute& kept = request.older;
    const bool opmh = asksOpmh(request);
    refuseTold(decision, "illness", told.illness.has_value(),
        opmh && kept.illness.value_or(Illness::NotKnown) == Illness::NotKnown);
    refuseTold(decision, "organic_excluded_by", !told.organicExcludedBy.isEmpty(),
        (opmh || request.via == u"gp"_s) && kept.organicExcludedBy.isEmpty());
    refuseTold(decision, "organic_excluded_at", told.organicExcludedAt.has_value(),
        opmh && !kept.organicExcludedAt);
    refuseTold(decision, "mdt_at", told.mdtAt.has_value(), opmh && !kept.mdtAt);
    refuseToCome(decision, context, "organic_excluded_at", told.organicExcludedAt);
    refuseToCome(decision, context, "mdt_at", told.mdtAt);
}

void refuseUpdate(Decision& decision, const UpdateSupport& wanted, const Case& record,
    const SupportRequest& request, const Context& context)
{
    if (tellsNothing(wanted))
        refused(decision,
            Refusal{{}, u"request"_s, u"Nothing is told of the request."_s,
                u"Give what it lacks: `show` says what is owed."_s});
    refuseTeam(decision, wanted, record, request, context);
    refuseTold(decision, "notice_reason", !wanted.noticeReason.isEmpty(),
        request.noticeReason.isEmpty() && request.notice);
    refuseTold(decision, "gp_seen_at", wanted.gpSeenAt.has_value(),
        request.via == u"gp"_s && !request.gpSeenAt);
    refuseTold(decision, "words", !wanted.words.isEmpty(), lacksWords(request));
    refuseTold(decision, "discharged_on", wanted.dischargedOn.has_value(),
        isEarlyDischarge(request) && !runningClock(record, u"crht_early_discharge"_s));
    refuseToCome(decision, context, "gp_seen_at", wanted.gpSeenAt);
    refuseOlder(decision, wanted.older, request, context);
}

Decision updateSupport(const UpdateSupport& wanted, const Context& context)
{
    Decision decision;
    const auto record = caseNamed(decision, wanted.of, context);
    const SupportRequest* request = record ? requestNamed(*record, wanted.request) : nullptr;
    if (record && !request)
        refused(decision, refuseNoRequest());
    if (request)
        refuseUpdate(decision, wanted, *record, *request, context);
    if (!request || decision.refused())
        return decision;
    const Team* team = teamMeant(context.profile(), wanted.team);
    decision.events.push_back(newEvent(subjectOf(wanted.of),
        SupportCompleted{request->id, team ? team->key : wanted.team, wanted.noticeReason,
            wanted.gpSeenAt, wanted.words, wanted.older}));
    flagOlder(decision, wanted.older);
    if (wanted.dischargedOn)
        startClock(decision, *record,
            {u"crht_early_discharge"_s, startOfDay(*wanted.dischargedOn), u"discharge"_s, {}, {},
                {}},
            context);
    decision.owed = owedAfter(*record, decision, context);
    return decision;
}

}

std::vector<CommandSpec> supportUpdateCommands()
{
    return {
        command<UpdateSupport>("Tells what a request to another team was made without",
            {u"COOP-3.3f"_s, u"COOP-3.4"_s, u"COOP-3.8"_s, u"COOP-3.10"_s, u"COOP-4.1"_s,
                u"COOP-4.2"_s, u"COOP-4.3"_s},
            updateSupport),
    };
}

}
