#include "core/casework/application/section_forms.h"
#include "core/casework/assessment/applicants.h"
#include "core/casework/assessment/assessment_rules.h"
#include "core/casework/assessment/nr_consulting.h"
#include "core/casework/assessment/waits.h"
#include "core/casework/case_checks.h"
#include "core/casework/cooperation/distribution_rules.h"
#include "core/casework/cooperation/support_rules.h"
#include "core/casework/extension/custody_extension.h"
#include "core/casework/extension/extension_rules.h"
#include "core/casework/needs_owed.h"
#include "core/casework/status/former_time.h"
#include "core/casework/status/police_station.h"
#include "core/casework/status/status_rules.h"
#include "core/casework/status/status_taken_off.h"
#include "core/handover/item_rules.h"
#include "core/handover/unconfirmed.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace core {

namespace {

void ask(std::vector<Owed>& owed, const char* clause, const char* field, const QString& text,
    const char* askedAt)
{
    owed.push_back({QString::fromLatin1(clause), QString::fromLatin1(field), text,
        QString::fromLatin1(askedAt)});
}

QString shortened(const QString& words)
{
    constexpr int enough = 40;
    return words.size() <= enough ? words : words.left(enough) + u'…';
}

void askOfDecisions(std::vector<Owed>& owed, const Case& record)
{
    for (const Note& entry : record.entries) {
        if (entry.kind != u"decision"_s)
            continue;
        const QString what = u"The decision “%1” has no "_s.arg(shortened(entry.words));
        if (entry.reason.isEmpty())
            ask(owed, "COOP-1.5", "reason", what + u"reason yet."_s, "close");
        if (entry.personsView.isEmpty())
            ask(owed, "COOP-1.5", "persons_view", what + u"view of the person yet."_s, "close");
        if (entry.carersView.isEmpty())
            ask(owed, "COOP-1.5", "carers_view",
                what + u"view of the carer yet, nor why it was not obtained."_s, "close");
    }
}

void askOfDisclosures(std::vector<Owed>& owed, const Case& record)
{
    for (const Disclosure& each : record.disclosures)
        if (!each.basis)
            ask(owed, "COOP-1.6", "basis",
                u"The consent or legal basis for telling %1 is not yet recorded."_s.arg(each.to),
                "close");
}

void askLate(std::vector<Owed>& owed, const Case& record)
{
    if (std::any_of(record.entries.begin(), record.entries.end(),
            [](const Note& entry) { return entry.late && entry.lateReason.isEmpty(); }))
        ask(owed, "COOP-1.5", "late_reason",
            u"An entry was written down late: the reason is still to be given."_s, "sign_off");
}

void askOfCase(std::vector<Owed>& owed, const Case& record)
{
    if (record.person.isNull())
        ask(owed, "REC-2.1", "person", u"No person is linked yet."_s, "place_of_safety");
    if (record.council.isEmpty())
        ask(owed, "FM-5", "council", u"The council area is not yet known."_s, "send");
    if (record.lead.empty())
        ask(owed, "COOP-2.7", "lead", u"Who leads is not yet named."_s, "handover");
}

void askOfAvailability(std::vector<Owed>& owed, const Case& record)
{
    const Availability* told = availabilityTold(record);
    if (awaitsBed(record) && !told)
        ask(owed, "HO-3.9b", "availability",
            u"Whether the assessing AMHP can be reached after the shift is not yet told."_s,
            "handover");
    if (told && told->available && told->number.isEmpty())
        ask(owed, "HO-3.9b", "number", u"On which number the assessing AMHP can be rung."_s,
            "handover");
}

void askOfApplication(std::vector<Owed>& owed, const Case& record)
{
    if (auto recommendations = owedRecommendations(record))
        owed.push_back(std::move(*recommendations));
    if (auto seen = owedSighting(record))
        owed.push_back(std::move(*seen));
    for (Owed& each : owedExaminations(record))
        owed.push_back(std::move(each));
    for (Owed& each : owedOfRelative(record))
        owed.push_back(std::move(each));
    if (record.application && record.application->form == u"A2"_s
        && record.applicantAuthority.isEmpty())
        ask(owed, "CLK-20", "authority",
            u"For which local authority the AMHP made the s2 application: it considers s3."_s,
            "close");
}

void append(std::vector<Owed>& owed, const std::vector<Owed>& more)
{
    owed.insert(owed.end(), more.begin(), more.end());
}

// To ask for it as early as possible is meant for adults. COOP-3.7, COOP-3.9a
bool isCrhtPrompt(const Owed& owed)
{
    return owed.clause == u"COOP-3.7"_s && owed.field == u"crht"_s;
}

std::vector<Owed> owedOfRecord(const Case& record, const Person* person)
{
    std::vector<Owed> owed;
    askOfCase(owed, record);
    append(owed, assessmentOwed(record, person));
    askOfAvailability(owed, record);
    append(owed, evidenceOwed(record));
    append(owed, owedOfExtensions(record));
    append(owed, formerTimeOwed(record));
    append(owed, mistakenOwed(record));
    append(owed, ranksOwed(record));
    append(owed, owedInStation(record));
    askOfApplication(owed, record);
    append(owed, courseOwed(record));
    append(owed, cooperationOwed(record));
    if (isBarredFromCrht(record, person))
        std::erase_if(owed, isCrhtPrompt);
    askOfDecisions(owed, record);
    askOfDisclosures(owed, record);
    append(owed, needsOwed(record));
    askLate(owed, record);
    append(owed, recordsOwed(record));
    append(owed, unconfirmedOwed(record));
    append(owed, callWordsOwed(record));
    return owed;
}

}

std::vector<Owed> owedOf(const Case& record)
{
    return owedOfRecord(record, nullptr);
}

std::vector<Owed> owedOf(const Case& record, const Person* person)
{
    std::vector<Owed> owed = owedOfRecord(record, person);
    append(owed, owedOfPlace(record, person));
    return owed;
}

}
