#include "core/casework/document_checklist.h"

#include "core/casework/printed_words.h"
#include "core/time/london.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace core {

namespace {

using Kinds = std::vector<DocumentKind>;

/// The forms of one section: its application, the joint recommendation, the separate ones.
struct SectionForms {
    DocumentKind application;
    DocumentKind joint;
    Kinds separate;
};

std::optional<SectionForms> formsOf(const std::optional<Outcome>& outcome)
{
    using enum DocumentKind;
    if (outcome == Outcome::S2)
        return SectionForms{A2, A3, {A4First, A4Second}};
    if (outcome == Outcome::S3)
        return SectionForms{A6, A7, {A8First, A8Second}};
    if (outcome == Outcome::S4)
        return SectionForms{A10, A11, {A11}};
    return {};
}

const Document* latestOf(const Case& record, DocumentKind kind)
{
    const auto found = std::find_if(record.documents.rbegin(), record.documents.rend(),
        [&](const Document& each) { return each.kind == kind; });
    return found == record.documents.rend() ? nullptr : &*found;
}

bool wereJoint(const Case& record)
{
    return !record.exams.empty()
        && std::all_of(
            record.exams.begin(), record.exams.end(), [](const Exam& exam) { return exam.joint; });
}

Kinds sectionKinds(const Case& record, ChecklistPurpose purpose)
{
    const auto forms = record.assessment ? formsOf(record.assessment->outcome) : std::nullopt;
    if (!forms)
        return {};
    Kinds kinds;
    if (purpose == ChecklistPurpose::Application || record.application)
        kinds.push_back(forms->application);
    const bool joint = latestOf(record, forms->joint) || wereJoint(record);
    const Kinds recommendations = joint ? Kinds{forms->joint} : forms->separate;
    kinds.insert(kinds.end(), recommendations.begin(), recommendations.end());
    return kinds;
}

Kinds neededKinds(const Case& record, ChecklistPurpose purpose)
{
    using enum DocumentKind;
    Kinds kinds;
    if (purpose == ChecklistPurpose::Handover)
        kinds = {ReferralForm, RioRecord, RiskAssessment};
    const Kinds section = sectionKinds(record, purpose);
    kinds.insert(kinds.end(), section.begin(), section.end());
    const bool assessed = record.assessment && record.assessment->outcome;
    if (assessed)
        kinds.push_back(AmhpReport);
    return kinds;
}

ChecklistState stateOf(const Document& document)
{
    switch (document.state) {
    case DocumentState::Attached: return ChecklistState::Present;
    case DocumentState::HeldElsewhere: return ChecklistState::HeldElsewhere;
    case DocumentState::ToFollow: return ChecklistState::ToFollow;
    case DocumentState::Emailed: return ChecklistState::Emailed;
    case DocumentState::NotApplicable: return ChecklistState::NotApplicable;
    }
    return ChecklistState::Missing;
}

// The form is made from the record: only whether it went out as it is now counts.
ChecklistState stateOf(FormState form)
{
    switch (form) {
    case FormState::NeverSent: return ChecklistState::Missing;
    case FormState::Current: return ChecklistState::Emailed;
    case FormState::Stale: return ChecklistState::Stale;
    }
    return ChecklistState::Missing;
}

ChecklistRow rowOf(const Document& document)
{
    const QString title = document.title.isEmpty()
        ? shown(document.kind)
        : u"%1: %2"_s.arg(shown(document.kind), document.title);
    return {document.kind, title, stateOf(document), document};
}

QString owedText(const ChecklistRow& row)
{
    switch (row.state) {
    case ChecklistState::Missing:
        return row.kind == DocumentKind::ReferralForm
            ? u"The referral form has not been e-mailed."_s
            : u"%1: not here yet; say by when it follows, or why there is none."_s.arg(row.title);
    case ChecklistState::Stale: return u"The referral form changed since it was e-mailed."_s;
    case ChecklistState::ToFollow:
        return u"%1: to follow by %2 (%3)."_s.arg(row.title,
            dateTimeText(row.document->followsBy.value_or(row.document->notedAt)),
            row.document->owner);
    default: return {};
    }
}

}

std::vector<ChecklistRow> documentChecklist(
    const Case& record, ChecklistPurpose purpose, FormState form)
{
    const Kinds needed = neededKinds(record, purpose);
    std::vector<ChecklistRow> rows;
    for (const DocumentKind kind : needed) {
        if (kind == DocumentKind::ReferralForm)
            rows.push_back({kind, shown(kind), stateOf(form), {}});
        else if (const Document* document = latestOf(record, kind))
            rows.push_back(rowOf(*document));
        else
            rows.push_back({kind, shown(kind), ChecklistState::Missing, {}});
    }
    for (const Document& document : record.documents)
        if (document.kind != DocumentKind::ReferralForm
            && std::find(needed.begin(), needed.end(), document.kind) == needed.end())
            rows.push_back(rowOf(document));
    return rows;
}

std::vector<Owed> owedDocuments(const std::vector<ChecklistRow>& rows)
{
    std::vector<Owed> owed;
    for (const ChecklistRow& row : rows)
        if (const QString text = owedText(row); !text.isEmpty())
            owed.push_back({row.state == ChecklistState::Stale ? u"HO-3.5"_s : u"HO-3.1b"_s,
                word(row.kind), text, u"call"_s});
    return owed;
}

}
