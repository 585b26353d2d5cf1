#include "ui/form/known_now.h"

using namespace Qt::StringLiterals;

namespace ui {

namespace {

std::vector<KnownField> fieldsOf(const core::Records& records, const core::Subject& subject)
{
    if (subject.kind == core::SubjectKind::Contact)
        if (const auto contact = records.contact({subject.id}))
            return knownFields(contact->details);
    if (subject.kind == core::SubjectKind::Case)
        if (const auto record = records.caseRecord({subject.id}))
            return knownFields(record->referral);
    if (subject.kind == core::SubjectKind::Person)
        if (const auto person = records.person({subject.id}))
            return knownFields(person->details);
    return {};
}

}

std::vector<KnownField> knownNow(
    const core::Records& records, const core::Profile& profile, const core::Subject& subject)
{
    std::vector<KnownField> fields = fieldsOf(records, subject);
    for (KnownField& field : fields)
        if (field.key == u"council"_s)
            field.words = councilName(profile, field.words);
    return fields;
}

}
