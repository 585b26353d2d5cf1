#include "core/casework/assessment/assessment_commands.h"
#include "core/casework/assessment/waits.h"
#include "core/casework/cooperation/support_rules.h"

using namespace Qt::StringLiterals;

namespace core {

namespace {

struct AddAttendee {
    static constexpr const char* name = "case.attendee";
    CaseId of;
    PartId id;
    AttendeeRole role = AttendeeRole::Other;
    QString whom;
    QString number;
    std::optional<Instant> requested;
    std::optional<Instant> confirmed;
    std::optional<Due> expected;
    std::optional<Instant> arrived;
    CrhtQuestion crht;

    template <typename Self, typename V>
    static void visit(Self& s, V&& v)
    {
        v("case", s.of, "The case", Need::Required);
        v("id", s.id, "Identifier to give the line; made when left out");
        v("role", s.role, "In which role they attend", Need::Required);
        v("name", s.whom, "Name");
        v("number", s.number, "Telephone");
        v("requested", s.requested, "When they were asked");
        v("confirmed", s.confirmed, "When they confirmed");
        v("expected", s.expected, "When they are expected");
        v("arrived", s.arrived, "When they arrived");
        v("adult_confirmed", s.crht.confirmedAdult,
            "For CRHT, age not known: you confirm that the person is 18 or over");
        v("discharge_review", s.crht.dischargeReview,
            "For CRHT, another area: a discharge review for that area's patient");
    }
};

struct UpdateAttendee {
    static constexpr const char* name = "case.attendee_update";
    CaseId of;
    PartId id;
    std::optional<QString> whom;
    std::optional<QString> number;
    std::optional<Instant> requested;
    std::optional<Instant> confirmed;
    std::optional<Due> expected;
    std::optional<Instant> arrived;

    template <typename Self, typename V>
    static void visit(Self& s, V&& v)
    {
        v("case", s.of, "The case", Need::Required);
        v("id", s.id, "The line", Need::Required);
        v("name", s.whom, "Name");
        v("number", s.number, "Telephone");
        v("requested", s.requested, "When they were asked");
        v("confirmed", s.confirmed, "When they confirmed");
        v("expected", s.expected, "When they are expected");
        v("arrived", s.arrived, "When they arrived");
    }
};

struct CallDoctor {
    static constexpr const char* name = "case.doctor_call";
    CaseId of;
    PartId id;
    QString doctor;
    QString number;
    DoctorAnswer result = DoctorAnswer::NoAnswer;
    std::optional<Due> availableFrom;
    bool s12 = false;
    bool knowsPatient = false;

    template <typename Self, typename V>
    static void visit(Self& s, V&& v)
    {
        v("case", s.of, "The case", Need::Required);
        v("id", s.id, "Identifier to give the line; made when left out");
        v("name", s.doctor, "The doctor's name", Need::Required);
        v("number", s.number, "Number rung");
        v("result", s.result, "What came of it", Need::Required);
        v("available_from", s.availableFrom, "From when the doctor can come");
        v("s12", s.s12, "Approved under s12");
        v("knows_patient", s.knowsPatient, "Knows the person");
    }
};

struct ExploreAlternative {
    static constexpr const char* name = "case.alternative";
    CaseId of;
    PartId id;
    Alternative option = Alternative::Other;
    AlternativeAnswer answer = AlternativeAnswer::Tried;
    QString who;
    QString reason;
    CrhtQuestion crht;

    template <typename Self, typename V>
    static void visit(Self& s, V&& v)
    {
        v("case", s.of, "The case", Need::Required);
        v("id", s.id, "Identifier to give the row; made when left out");
        v("option", s.option, "Which alternative to detention", Need::Required);
        v("answer", s.answer, "What came of it", Need::Required);
        v("who", s.who, "With whom it was explored");
        v("reason", s.reason, "Why, in words");
        v("adult_confirmed", s.crht.confirmedAdult,
            "For CRHT, age not known: you confirm that the person is 18 or over");
        v("discharge_review", s.crht.dischargeReview,
            "For CRHT, another area: a discharge review for that area's patient");
    }
};

std::optional<Instant> momentOf(const std::optional<Due>& due)
{
    return due ? std::optional(due->at) : std::nullopt;
}

// What this desk asks for is refused; whom others asked, and who came all the same, is a fact.
// COOP-3.9a
void judgeCrht(Decision& decision, const Case& record, const CrhtQuestion& asked, bool happened,
    const Context& context)
{
    auto refusal
        = happened ? refuseCrht(record, asked, context) : refuseCrhtBeside(record, asked, context);
    if (!refusal)
        return;
    if (!happened)
        decision.refusals.push_back(std::move(*refusal));
    else if (refusal->field == u"adult_confirmed"_s)
        decision.owed.push_back({u"COOP-3.9a"_s, u"age"_s,
            u"The age is not yet known: adult home treatment is for people of 18 and over."_s,
            u"request"_s});
    else
        decision.flags.push_back({refusal->clause, refusal->text});
}

// The 18th birthday is counted to when the team came, whenever that is told.
Context whenItCame(const std::optional<Instant>& came, const Context& context)
{
    return context.at(came.value_or(context.occurred));
}

Decision addAttendee(const AddAttendee& wanted, const Context& context)
{
    Decision decision;
    const auto found = openCaseNamed(decision, wanted.of, context);
    if (!found)
        return decision;
    const Case& record = *found;
    CrhtQuestion asked = wanted.crht;
    asked.field = u"role"_s;
    if (wanted.role == AttendeeRole::Crht)
        judgeCrht(decision, record, asked, wanted.confirmed || wanted.arrived,
            whenItCame(wanted.arrived ? wanted.arrived : wanted.confirmed, context));
    refuseToCome(decision, context, "requested", wanted.requested);
    refuseToCome(decision, context, "confirmed", wanted.confirmed);
    refuseToCome(decision, context, "arrived", wanted.arrived);
    if (decision.refused())
        return decision;
    const PartId id = partId(wanted.id, context);
    const bool noTime = !wanted.requested && !wanted.confirmed && !wanted.arrived;
    decision.events.push_back(newEvent(subjectOf(wanted.of),
        AttendeeAdded{id, wanted.role, wanted.whom, wanted.number,
            noTime ? std::optional(context.occurred) : wanted.requested, wanted.confirmed,
            momentOf(wanted.expected), wanted.arrived}));
    followAttendees(decision, record, context);
    decision.made.insert(u"id"_s, id.text());
    return decision;
}

// Whose line it is was judged when it was added; that an adult team comes all the same is flagged.
void judgeUpdate(Decision& decision, const UpdateAttendee& wanted, const Case& record,
    const Attendee& line, const Context& context)
{
    const bool comes
        = (wanted.confirmed && !line.confirmedAt) || (wanted.arrived && !line.arrivedAt);
    if (line.role != word(AttendeeRole::Crht) || !(comes || wanted.requested))
        return;
    judgeCrht(decision, record, {true, true, u"requested"_s}, comes,
        whenItCame(wanted.arrived ? wanted.arrived : wanted.confirmed, context));
}

Decision updateAttendee(const UpdateAttendee& wanted, const Context& context)
{
    Decision decision;
    const auto found = openCaseNamed(decision, wanted.of, context);
    if (!found)
        return decision;
    const Case& record = *found;
    const auto& attendees = record.attendees;
    const auto line = std::find_if(attendees.begin(), attendees.end(),
        [&](const Attendee& attendee) { return attendee.id == wanted.id; });
    if (line == attendees.end())
        return refuse({}, u"id"_s, u"Nobody with this identifier is asked to attend."_s,
            u"`show` the case for the lines, or add one with case.attendee."_s);
    judgeUpdate(decision, wanted, record, *line, context);
    refuseToCome(decision, context, "requested", wanted.requested);
    refuseToCome(decision, context, "confirmed", wanted.confirmed);
    refuseToCome(decision, context, "arrived", wanted.arrived);
    if (decision.refused())
        return decision;
    decision.events.push_back(newEvent(subjectOf(wanted.of),
        AttendeeChanged{wanted.id, wanted.whom, wanted.number, wanted.requested, wanted.confirmed,
            momentOf(wanted.expected), wanted.arrived}));
    followAttendees(decision, record, context);
    return decision;
}

Decision callDoctor(const CallDoctor& wanted, const Context& context)
{
    Decision decision;
    if (!openCaseNamed(decision, wanted.of, context))
        return decision;
    const PartId id = partId(wanted.id, context);
    decision.events.push_back(newEvent(subjectOf(wanted.of),
        DoctorCalled{id, wanted.doctor, wanted.number, wanted.result,
            momentOf(wanted.availableFrom), wanted.s12, wanted.knowsPatient}));
    decision.made.insert(u"id"_s, id.text());
    return decision;
}

// That it was used is a fact; an offer is the desk's own.
void judgeAlternative(Decision& decision, const ExploreAlternative& wanted, const Case& record,
    const Context& context)
{
    const bool used = wanted.answer == AlternativeAnswer::Used;
    if (wanted.option != Alternative::Crht
        || !(used || wanted.answer == AlternativeAnswer::Offered))
        return;
    CrhtQuestion asked = wanted.crht;
    asked.field = u"option"_s;
    judgeCrht(decision, record, asked, used, context);
}

Decision exploreAlternative(const ExploreAlternative& wanted, const Context& context)
{
    Decision decision;
    const auto found = openCaseNamed(decision, wanted.of, context);
    if (!found)
        return decision;
    const Case& record = *found;
    judgeAlternative(decision, wanted, record, context);
    if (decision.refused())
        return decision;
    const PartId id = partId(wanted.id, context);
    decision.events.push_back(newEvent(subjectOf(wanted.of),
        AlternativeExplored{id, wanted.option, wanted.answer, wanted.who, wanted.reason}));
    if (wanted.reason.isEmpty() && needsReason(wanted.answer))
        decision.owed.push_back(reasonOfAlternative());
    decision.made.insert(u"id"_s, id.text());
    return decision;
}

}

std::vector<CommandSpec> attendanceCommands()
{
    return {
        command<AddAttendee>("Notes who is asked to attend the assessment",
            {u"CLK-42"_s, u"CLK-43"_s, u"CLK-44"_s, u"CLK-61"_s, u"COOP-3.9a"_s, u"COOP-3.9b"_s,
                u"COOP-3.9d"_s, u"COOP-4.1"_s},
            addAttendee),
        command<UpdateAttendee>("Notes that somebody confirmed, is expected or arrived",
            {u"CLK-42"_s, u"CLK-43"_s, u"CLK-44"_s, u"CLK-61"_s, u"COOP-3.9a"_s}, updateAttendee),
        command<CallDoctor>(
            "Logs a call in the search for doctors; the log travels with the case", {}, callDoctor),
        command<ExploreAlternative>("Notes a less restrictive alternative and what came of it",
            {u"COOP-2.4"_s, u"COOP-2.6"_s, u"COOP-3.9a"_s, u"COOP-3.9c"_s, u"COOP-3.9d"_s,
                u"COOP-4.1"_s},
            exploreAlternative),
    };
}

}
