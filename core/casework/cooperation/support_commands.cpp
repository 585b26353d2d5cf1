#include "core/alert/alert_match.h"
#include "core/casework/assessment/assessment_commands.h"
#include "core/casework/case_command_groups.h"
#include "core/casework/clock_changes.h"
#include "core/casework/cooperation/cooperation_events.h"
#include "core/casework/cooperation/support_rules.h"
#include "core/command/preview.h"
#include "core/command/refusals.h"
#include "core/text/people_words.h"

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
    std::optional<TeamKind> teamKind;
    bool confirmedAdult = false;

    template <typename Self, typename V>
    static void visit(Self& s, V&& v)
    {
        v("case", s.of, "The case", Need::Required);
        v("id", s.id, "Identifier to give the request; made when left out");
        v("kind", s.kind, "What kind of support", Need::Required);
        v("team", s.team, "The team, by its key or name in the profile, or in words",
            Need::Required);
        v("what", s.what, "What the team is asked to do");
        v("why", s.why, "Why it is needed");
        v("planned", s.planned, "For when");
        v("discussion", s.discussion, "With whom it was discussed, and what was said");
        v("mode", s.mode, "How they meet");
        v("team_kind", s.teamKind, "Of what kind a team is that the profile does not name");
        v("adult_confirmed", s.confirmedAdult,
            "A team of an unknown kind comes or takes over, age not known: you confirm that the "
            "person is 18 or over");
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
    std::optional<TeamKind> teamKind;
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
        v("team_kind", s.teamKind, "A team that the profile does not name: crht, if it is one");
        v("referrer", s.route.referrer, "Who asks; officer when left out");
        v("older", s.route.older, "Older person, whatever the age says");
        v("illness", s.route.told.illness, "Older: home treatment is for a functional illness");
        v("organic_excluded_by", s.route.told.organicExcludedBy,
            "Older: who excluded an organic cause, of OPMH or as the GP");
        v("organic_excluded_at", s.route.told.organicExcludedAt, "Older, in hours: and when");
        v("opmh_mdt", s.route.opmhMdt,
            "Older, in hours: with whom of CRHT's nurses and doctors OPMH discussed it");
        v("mdt_at", s.route.told.mdtAt, "Older, in hours: when they discussed it");
        v("before_opmh", s.route.told.beforeOpmh,
            "Older, in hours: why CRHT is asked before OPMH discussed it");
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

QString keyOf(const QString& team, const Profile& profile)
{
    const Team* meant = teamMeant(profile, team);
    return meant ? meant->key : team;
}

// How that team is reached, and its own way of referral. COOP-2.1, COOP-3.C
void tellProcedure(Decision& decision, const QString& team, const Profile& profile)
{
    const Team* known = profile.team(team);
    const ContactPoint* point = profile.contact(team);
    if (known && !known->procedure.isEmpty())
        decision.notes.append(u"%1: %2"_s.arg(known->name, known->procedure));
    else if (known && !point)
        decision.notes.append(
            u"%1: how to ask and where to ring is not in the profile."_s.arg(known->name));
    if (point)
        decision.notes.append(
            u"%1: %2 %3 %4"_s.arg(point->name, point->number, point->email, point->instruction)
                .simplified());
}

Decision askSupport(const AskSupport& wanted, const Context& context)
{
    Decision decision;
    const auto record = openCaseNamed(decision, wanted.of, context);
    refused(decision, refuseUnclear(wanted.what, wanted.why));
    refused(decision, refuseBlank(u"team"_s, wanted.team));
    const NamedTeam named{wanted.team, wanted.teamKind};
    refused(decision, refuseCrisisTeam(named, context.profile()));
    if (!decision.refused())
        refused(decision,
            refuseUnknownTeam(named, wanted.kind, wanted.confirmedAdult, *record, context));
    if (decision.refused())
        return decision;
    const PartId id = partId(wanted.id, context);
    const QString team = keyOf(wanted.team, context.profile());
    decision.events.push_back(newEvent(subjectOf(wanted.of),
        SupportAsked{id, wanted.kind, team, wanted.what, wanted.why, false, false, {},
            moment(wanted.planned), {}, {}, wanted.discussion, wanted.mode, {}, {}, wanted.teamKind,
            {}}));
    tellDoubt(decision, named, wanted.kind, context.profile());
    tellProcedure(decision, team, context.profile());
    decision.made.insert(u"id"_s, id.text());
    return decision;
}

QString postcodeOf(const Person* person)
{
    if (!person)
        return {};
    const QString said = person->details.postcode.value_or(QString());
    return said.trimmed().isEmpty() ? postcodeIn(person->details.address.value_or(QString()))
                                    : said;
}

QString teamFor(const AskCrht& wanted, const Person* person, const Context& context)
{
    if (!wanted.team.isEmpty())
        return keyOf(wanted.team, context.profile());
    const Team* team = crhtTeam(context.profile(), postcodeOf(person));
    return team ? team->key : QString();
}

// Age is asked before; what is not known of the area is asked with it, and saved. COOP-3.9b
void oweArea(Decision& decision, const Case& record, const Person* person, const Profile& profile)
{
    const QString area = areaOf(person, record, profile);
    const QString byGp = person ? person->details.gpCouncil.value_or(QString()) : QString();
    if (!area.isEmpty() && !byGp.isEmpty() && byGp != area)
        decision.notes.append(
            u"COOP-3.9b: the GP practice is in another area (%1) than the address, which decides."_s
                .arg(spokenWords(byGp)));
    if (area.isEmpty() && !crhtTeam(profile, postcodeOf(person)))
        decision.owed.push_back({u"COOP-3.9b"_s, u"council"_s,
            u"Whether the person lives in the area: home treatment does not attend elsewhere."_s,
            u"request"_s});
}

// What the case still lacks of this request; what it lacked before is not asked here.
void oweAboutCrht(
    Decision& decision, const AskCrht& wanted, const Case& record, const Context& context)
{
    static const QStringList fields{u"team"_s, u"notice_reason"_s, u"gp_seen_at"_s,
        u"discharged_on"_s, u"illness"_s, u"organic_excluded_by"_s, u"organic_excluded_at"_s,
        u"mdt_at"_s};
    Case asked = preview(record, subjectOf(wanted.of), decision, context);
    asked.supports.erase(asked.supports.begin(), std::prev(asked.supports.end()));
    for (Owed& owed : cooperationOwed(asked))
        if (fields.contains(owed.field))
            decision.owed.push_back(std::move(owed));
    oweArea(decision, record, personOf(record, context).get(), context.profile());
    if (wanted.route.gpSeenAt && asked.supports.back().via == u"gp"_s
        && context.occurred - *wanted.route.gpSeenAt
            > context.profile().duration(u"gp_seen_within"_s, std::chrono::hours(72)))
        decision.notes.append(u"COOP-4.3: the GP saw the person a while ago, at %1."_s.arg(
            dateTimeText(*wanted.route.gpSeenAt)));
}

// What OPMH found is CRHT's own once they discussed it; any other request of an officer is trusted.
// COOP-3.2, COOP-4.2
bool isTrusted(const CrhtRoute& route, bool first)
{
    if (first)
        return !route.opmhMdt.isEmpty() || route.told.mdtAt.has_value();
    return route.referrer == CrhtReferrer::Officer;
}

SupportAsked askedOf(
    const AskCrht& wanted, const CrhtRoute& route, const Person* person, const Context& context)
{
    const bool first = goesViaOpmh(route, person, context);
    const bool opmh = first && !route.opmhMdt.isEmpty();
    const auto planned = moment(wanted.planned);
    const auto notice = noticeMinutes(planned, context.occurred);
    SupportAsked asked{partId(wanted.id, context), wanted.kind, teamFor(wanted, person, context),
        wanted.what, wanted.why, true, isTrusted(route, first), {}, planned, notice,
        wanted.noticeReason, route.opmhMdt, wanted.mode, {}, {}, wanted.teamKind, route.told};
    if (!first || opmh)
        asked.older.beforeOpmh.clear();
    if (opmh)
        asked.via = u"opmh"_s;
    else if (route.referrer == CrhtReferrer::Gp) {
        asked.via = u"gp"_s;
        asked.gpSeenAt = route.gpSeenAt;
    }
    if (isShortNotice(notice, context.profile()))
        asked.shortNotice = true;
    return asked;
}

Decision askCrht(const AskCrht& wanted, const Context& context)
{
    Decision decision;
    const auto record = openCaseNamed(decision, wanted.of, context);
    refused(decision, refuseUnclear(wanted.what, wanted.why));
    CrhtRoute route = wanted.route;
    route.earlyDischarge = wanted.kind == SupportKind::EarlyDischarge;
    if (record)
        refused(decision, refuseCrhtRoute(*record, route, context));
    refused(decision, refuseNotCrht({wanted.team, wanted.teamKind}, context.profile()));
    refuseToCome(decision, context, "gp_seen_at", route.gpSeenAt);
    refuseToCome(decision, context, "organic_excluded_at", route.told.organicExcludedAt);
    refuseToCome(decision, context, "mdt_at", route.told.mdtAt);
    if (decision.refused())
        return decision;
    const auto person = personOf(*record, context);
    const SupportAsked asked = askedOf(wanted, route, person.get(), context);
    decision.events.push_back(newEvent(subjectOf(wanted.of), asked));
    if (route.earlyDischarge && wanted.dischargedOn)
        startClock(decision, *record,
            {u"crht_early_discharge"_s, startOfDay(*wanted.dischargedOn), u"discharge"_s, {}, {},
                {}},
            context);
    tellProcedure(decision, asked.team, context.profile());
    flagOlder(decision, asked.older);
    oweAboutCrht(decision, wanted, *record, context);
    decision.made.insert(u"id"_s, asked.id.text());
    decision.made.insert(u"team"_s, asked.team);
    decision.made.insert(u"trusted"_s, asked.trusted);
    return decision;
}

// CRHT's answer is the answer of its row in the matrix of alternatives, which is done with once the
// case is closed; an early discharge is no alternative to an admission. COOP-2.6
void answerRow(Decision& decision, const Case& record, const SupportRequest& request,
    const AnswerSupport& wanted, const Context& context)
{
    const bool closedByThen = record.closedAt && context.occurred > *record.closedAt;
    if (!request.isCrisis() || closedByThen)
        return;
    const bool used
        = wanted.answer == SupportAnswer::Agreed || wanted.answer == SupportAnswer::Attended;
    if (!used && wanted.answer != SupportAnswer::Declined)
        return;
    decision.events.push_back(newEvent(subjectOf(wanted.of),
        AlternativeExplored{PartId{context.mint()}, Alternative::Crht,
            used ? AlternativeAnswer::Offered : AlternativeAnswer::Declined, request.team,
            wanted.words}));
}

// That an adult team agreed or came is a fact, whoever the person turned out to be. COOP-3.9a
void flagMinor(Decision& decision, const Case& record, const SupportRequest& request,
    SupportAnswer answer, const Context& context)
{
    const bool came = answer == SupportAnswer::Agreed || answer == SupportAnswer::Attended;
    if (!request.crht || !came)
        return;
    if (const auto refusal = refuseCrhtByAge(record, {true, true, {}}, context))
        decision.flags.push_back({refusal->clause, refusal->text});
}

// To the minute, as times are typed. COOP-3.3b
void flagBeforeAsked(Decision& decision, const SupportRequest& request, Instant answered)
{
    if (answered < std::chrono::floor<Minutes>(request.askedAt))
        decision.flags.push_back({u"COOP-3.3b"_s,
            u"The answer is told to be of %1, and the team was asked at %2 only."_s.arg(
                dateTimeText(answered), dateTimeText(request.askedAt))});
}

Decision answerSupport(const AnswerSupport& wanted, const Context& context)
{
    Decision decision;
    const auto record = caseNamed(decision, wanted.of, context);
    const SupportRequest* request = record ? requestNamed(*record, wanted.request) : nullptr;
    if (record && !request)
        refused(decision, refuseNoRequest());
    if (request)
        refused(decision, refuseUndiscussed(*request, wanted.answer, wanted.discussion));
    if (!request || decision.refused())
        return decision;
    decision.events.push_back(newEvent(subjectOf(wanted.of),
        SupportAnswered{request->id, wanted.answer, wanted.words, wanted.discussion, wanted.mode,
            wanted.rescreened}));
    answerRow(decision, *record, *request, wanted, context);
    flagMinor(decision, *record, *request, wanted.answer, context);
    flagBeforeAsked(decision, *request, context.occurred);
    if (needsReason(wanted.answer) && wanted.words.isEmpty())
        decision.owed.push_back(
            {u"COOP-3.10"_s, u"words"_s, u"Why the team declined or deferred."_s, u"handover"_s});
    if (wanted.rescreened && request->trusted)
        decision.flags.push_back(asksOpmh(*request)
                ? Flag{u"COOP-4.2"_s,
                    u"CRHT assessed again, although OPMH's assessment is trusted after they "
                    u"discussed it."_s}
                : Flag{u"COOP-3.2"_s,
                    u"CRHT screened again, although the request of an officer or AMHP is "
                    u"trusted."_s});
    return decision;
}

}

std::vector<CommandSpec> supportCommands()
{
    return {
        command<AskSupport>("Asks another team for support: what, and why",
            {u"COOP-2.1"_s, u"COOP-2.2"_s, u"COOP-3.5"_s, u"COOP-3.9a"_s, u"INV-12"_s}, askSupport),
        command<AskCrht>("Asks the crisis team; an officer's request is a trusted assessment",
            {u"COOP-3.2"_s, u"COOP-3.3a"_s, u"COOP-3.3f"_s, u"COOP-3.4"_s, u"COOP-3.7"_s,
                u"COOP-3.8"_s, u"COOP-3.9a"_s, u"COOP-3.9b"_s, u"COOP-3.9d"_s, u"COOP-3.11"_s,
                u"COOP-4.1"_s, u"COOP-4.2"_s, u"COOP-4.3"_s, u"INV-12"_s},
            askCrht),
        command<AnswerSupport>("Records what the team answered, and whether it came",
            {u"COOP-2.1"_s, u"COOP-2.6"_s, u"COOP-3.2"_s, u"COOP-3.3b"_s, u"COOP-3.10"_s,
                u"COOP-4.2"_s},
            answerSupport),
    };
}

}
