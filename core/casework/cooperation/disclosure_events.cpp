#include "core/casework/cooperation/disclosure_events.h"

#include "core/contact/note.h"
#include "core/text/people_words.h"

using namespace Qt::StringLiterals;

namespace core {

static QString groundOf(SharingBasis basis, const QString& reason)
{
    const QString ground = spokenWords(word(basis));
    return reason.isEmpty() ? ground : u"%1: %2"_s.arg(ground, reason);
}

static Applied apply(Case& record, const CaseDisclosed& disclosed, const Event& event)
{
    Note note = noteOf(
        event, disclosed.id, u"disclosure"_s, u"Told %1: %2"_s.arg(disclosed.to, disclosed.what));
    if (disclosed.basis)
        note.reason = groundOf(*disclosed.basis, disclosed.reason);
    addNote(record.entries, std::move(note));
    record.disclosures.push_back({disclosed.id, disclosed.to, disclosed.basis});
    return {};
}

static Applied apply(Case& record, const CaseDisclosureBased& based, const Event&)
{
    const auto disclosure = std::find_if(record.disclosures.begin(), record.disclosures.end(),
        [&](const Disclosure& each) { return each.id == based.id; });
    if (disclosure == record.disclosures.end())
        return u"What this is the basis of is not on the record."_s;
    disclosure->basis = based.basis;
    if (Note* note = noteWith(record.entries, based.id))
        note->reason = groundOf(based.basis, based.reason);
    return {};
}

CaseRules disclosureRules()
{
    return rulesByType<Case>({on<Case, CaseDisclosed>(), on<Case, CaseDisclosureBased>()});
}

}
