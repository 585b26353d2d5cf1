#include "core/casework/assessment_commands.h"
#include "core/casework/case_command_groups.h"
#include "core/casework/clock_changes.h"
#include "core/casework/cooperation_events.h"
#include "core/casework/support_rules.h"
#include "core/command/refusals.h"

using namespace Qt::StringLiterals;

namespace core {

namespace {

struct AskSupport {
    static constexpr const char* name = "case.support";
    CaseId of;
    PartId id;
    SupportKind kind = SupportKind::Other;
    QString team;
    QString what;
    QString why;
    std::optional<Due> planned;
    QString discussion;
    std::optional<MeetingMode> mode;

    template <typename Self, typename V>
    static void visit(Self& s, V&& v)
    {
        v("case", s.of, "The case", Need::Required);
        v("id", s.id, "Identifier to give the request; made when left out");
        v("kind", s.kind, "What kind of support", Need::Required);
        v("team", s.team, "The team, as the profile names it", Need::Required);
        v("what", s.what, "What the team is asked to do");
        v("why", s.why, "Why it is needed");
        v("planned", s.planned, "For when");
        v("discussion", s.discussion, "With whom it was discussed, and what was said");
        v("mode", s.mode, "How they meet");
    }
};

struct AskCrht {
    static constexpr const char* name = "case.crht_request";
    CaseId of;
    PartId id;
    SupportKind kind = SupportKind::AttendAssessment;
    QString team;
    QString what;
    QString why;
    std::optional<Due> planned;
    QString noticeReason;
    std::optional<QDate> dischargedOn;
    std::optional<MeetingMode> mode;
    CrhtRoute route;

    template <typename Self, typename V>
    static void visit(Self& s, V&& v)
    {
        v("case", s.of, "The case", Need::Required);
        v("id", s.id, "Identifier to give the request; made when left out");
        v("kind", s.kind, "attend_assessment when left out");
        v("team", s.team, "The crisis team; by the person's postcode when left out");
        v("what", s.what, "What the team is asked to do");
        v("why", s.why, "Why it is needed");
        v("planned", s.planned, "For when");
        v("notice_reason", s.noticeReason, "Why the notice is short");
        v("discharged_on", s.dischargedOn, "For early discharge: the day; 28 days count from it");
        v("mode", s.mode, "How they meet");
        v("referrer", s.route.referrer, "Who asks; officer when left out");
        v("older", s.route.older, "Older person, whatever the age says");
        v("opmh_mdt", s.route.opmhMdt, "Older, in hours: when and with whom OPMH discussed it");
        v("gp_seen_at", s.route.gpSeenAt, "When the GP saw the person, organic cause excluded");
        v("ward_reason", s.route.wardReason, "Why although the person is on a ward");
        v("adult_confirmed", s.route.question.confirmedAdult,
            "Age not known: you confirm that the person is 18 or over");
        v("discharge_review", s.route.question.dischargeReview,
            "Another area: a discharge review for that area's patient");
    }
};

struct AnswerSupport {
    static constexpr const char* name = "case.support_answer";
    CaseId of;
    PartId request;
    SupportAnswer answer = SupportAnswer::Agreed;
    QString words;
    QString discussion;
    std::optional<MeetingMode> mode;
    bool rescreened = false;

    template <typename Self, typename V>
    static void visit(Self& s, V&& v)
    {
        v("case", s.of, "The case", Need::Required);
        v("request", s.request, "The request; the newest when left out");
        v("answer", s.answer, "What the team answered", Need::Required);
        v("words", s.words, "In words; a decline or deferral needs its reason");
        v("discussion", s.discussion, "With whom it was discussed, and what was said");
        v("mode", s.mode, "How they met");
        v("rescreened", s.rescreened, "CRHT screened again although the request is trusted");
    }
};

std::optional<Instant> moment(const std::optional<Due>& due)
{
    return due ? std::optional(due->at) : std::nullopt;
}

Decision askSupport(const AskSupport& wanted, const Context& context)
{
    Decision decision;
    openCaseNamed(decision, wanted.of, context);
    refused(decision, refuseUnclear(wanted.what, wanted.why));
    refused(decision, refuseBlank(u"team"_s, wanted.team));
    refused(decision, refuseCrisisTeam(wanted.team, context.profile()));
    if (decision.refused())
        return decision;
    const PartId id = partId(wanted.id, context);
    decision.events.push_back(newEvent(subjectOf(wanted.of),
        SupportAsked{id, wanted.kind, wanted.team, wanted.what, wanted.why, false, false, {},
            moment(wanted.planned), {}, {}, wanted.discussion, wanted.mode}));
    for (const ContactPoint& point : context.profile().contacts)
        if (point.key == wanted.team)
            decision.notes.append(
                u"%1: %2 %3 %4"_s.arg(point.name, point.number, point.email, point.instruction)
                    .simplified());
    decision.made.insert(u"id"_s, id.text());
    return decision;
}

QString teamFor(const AskCrht& wanted, const Person* person, const Context& context)
{
    if (!wanted.team.isEmpty())
        return wanted.team;
    const Team* team = person
        ? crhtTeam(context.profile(), person->details.postcode.value_or(QString()))
        : nullptr;
    return team ? team->key : QString();
}

void oweAboutCrht(
    Decision& decision, const AskCrht& wanted, const SupportAsked& asked, const Context& context)
{
    if (asked.team.isEmpty())
        decision.owed.push_back({u"COOP-3.4"_s, u"team"_s,
            u"Which crisis team: the postcode is not known, or in neither area."_s, u"request"_s});
    if (isShortNotice(asked.notice, context.profile()) && wanted.noticeReason.isEmpty())
        decision.owed.push_back({u"COOP-3.8"_s, u"notice_reason"_s,
            u"CRHT has %1 minutes of notice: why."_s.arg(*asked.notice), u"handover"_s});
    if (asked.via != u"gp"_s)
        return;
    if (!wanted.route.gpSeenAt)
        decision.owed.push_back({u"COOP-4.3"_s, u"gp_seen_at"_s,
            u"When the GP saw the person and excluded an organic cause."_s, u"request"_s});
    else if (context.occurred - *wanted.route.gpSeenAt
        > context.profile().duration(u"gp_seen_within"_s, std::chrono::hours(72)))
        decision.notes.append(u"COOP-4.3: the GP saw the person a while ago, at %1."_s.arg(
            dateTimeText(*wanted.route.gpSeenAt)));
}

Decision askCrht(const AskCrht& wanted, const Context& context)
{
    Decision decision;
    const auto record = openCaseNamed(decision, wanted.of, context);
    refused(decision, refuseUnclear(wanted.what, wanted.why));
    if (record)
        refused(decision, refuseCrhtRoute(*record, wanted.route, context));
    if (decision.refused())
        return decision;
    const auto person = personOf(*record, context);
    const bool gp = wanted.route.referrer == CrhtReferrer::Gp;
    const bool opmh = goesViaOpmh(wanted.route, person.get(), context);
    const PartId id = partId(wanted.id, context);
    const auto planned = moment(wanted.planned);
    SupportAsked asked{id, wanted.kind, teamFor(wanted, person.get(), context), wanted.what,
        wanted.why, true, opmh || wanted.route.referrer == CrhtReferrer::Officer,
        opmh     ? u"opmh"_s
            : gp ? u"gp"_s
                 : QString(),
        planned, noticeMinutes(planned, context.occurred), wanted.noticeReason,
        wanted.route.opmhMdt, wanted.mode};
    decision.events.push_back(newEvent(subjectOf(wanted.of), asked));
    if (wanted.kind == SupportKind::EarlyDischarge && wanted.dischargedOn)
        startClock(decision, *record,
            {u"crht_early_discharge"_s, startOfDay(*wanted.dischargedOn), u"discharge"_s, {}, {},
                {}},
            context);
    oweAboutCrht(decision, wanted, asked, context);
    decision.made.insert(u"id"_s, id.text());
    decision.made.insert(u"team"_s, asked.team);
    decision.made.insert(u"trusted"_s, asked.trusted);
    return decision;
}

const SupportRequest* requestNamed(const Case& record, const PartId& wanted)
{
    for (auto each = record.supports.rbegin(); each != record.supports.rend(); ++each)
        if (wanted.isNull() || each->id == wanted)
            return &*each;
    return nullptr;
}

// CRHT's answer is the answer of its row in the matrix of alternatives, which is done with once the
// case is closed. COOP-2.6
void answerRow(Decision& decision, const Case& record, const SupportRequest& request,
    const AnswerSupport& wanted, const Context& context)
{
    const bool closedByThen = record.closedAt && context.occurred > *record.closedAt;
    if (!request.crht || closedByThen)
        return;
    const bool used
        = wanted.answer == SupportAnswer::Agreed || wanted.answer == SupportAnswer::Attended;
    if (!used && wanted.answer != SupportAnswer::Declined)
        return;
    decision.events.push_back(newEvent(subjectOf(wanted.of),
        AlternativeExplored{PartId{context.mint()}, Alternative::Crht,
            used ? AlternativeAnswer::Offered : AlternativeAnswer::NotSuitable, request.team,
            wanted.words}));
}

bool needsReason(SupportAnswer answer)
{
    return answer == SupportAnswer::Declined || answer == SupportAnswer::Deferred
        || answer == SupportAnswer::NotPossible;
}

Decision answerSupport(const AnswerSupport& wanted, const Context& context)
{
    Decision decision;
    const auto record = caseNamed(decision, wanted.of, context);
    const SupportRequest* request = record ? requestNamed(*record, wanted.request) : nullptr;
    if (record && !request)
        decision.refusals.push_back(
            {u"COOP-2.1"_s, u"request"_s, u"No such request is on the case."_s,
                u"Ask with case.support or case.crht_request."_s});
    if (request)
        refused(decision, refuseUndiscussed(*request, wanted.answer, wanted.discussion));
    if (!request || decision.refused())
        return decision;
    decision.events.push_back(newEvent(subjectOf(wanted.of),
        SupportAnswered{request->id, wanted.answer, wanted.words, wanted.discussion, wanted.mode,
            wanted.rescreened}));
    answerRow(decision, *record, *request, wanted, context);
    if (needsReason(wanted.answer) && wanted.words.isEmpty())
        decision.owed.push_back(
            {u"COOP-3.10"_s, u"words"_s, u"Why the team declined or deferred."_s, u"handover"_s});
    if (wanted.rescreened && request->trusted)
        decision.flags.push_back({u"COOP-3.2"_s,
            u"CRHT screened again, although the request of an officer or AMHP is trusted."_s});
    return decision;
}

}

std::vector<CommandSpec> supportCommands()
{
    return {
        command<AskSupport>("Asks another team for support: what, and why",
            {u"COOP-2.1"_s, u"COOP-2.2"_s, u"COOP-3.5"_s}, askSupport),
        command<AskCrht>("Asks the crisis team; an officer's request is a trusted assessment",
            {u"COOP-3.2"_s, u"COOP-3.3a"_s, u"COOP-3.3f"_s, u"COOP-3.4"_s, u"COOP-3.7"_s,
                u"COOP-3.8"_s, u"COOP-3.9a"_s, u"COOP-3.9b"_s, u"COOP-3.9d"_s, u"COOP-3.11"_s,
                u"COOP-4.1"_s, u"COOP-4.2"_s, u"COOP-4.3"_s, u"INV-12"_s},
            askCrht),
        command<AnswerSupport>("Records what the team answered, and whether it came",
            {u"COOP-2.1"_s, u"COOP-2.6"_s, u"COOP-3.2"_s, u"COOP-3.3b"_s, u"COOP-3.10"_s},
            answerSupport),
    };
}

}
