#include "core/casework/application/document_checklist.h"

#include "core/casework/application/section_forms.h"
#include "core/casework/printed_words.h"
#include "core/handover/documents_to_follow.h"
#include "core/records.h"
#include "core/time/london.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace core {

namespace {

using Kinds = std::vector<DocumentKind>;

bool isNoted(const Case& record, DocumentKind kind)
{
    return std::any_of(record.documents.begin(), record.documents.end(),
        [&](const Document& each) { return each.kind == kind && !undoneWith(record, each); });
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
    const bool joint = isNoted(record, forms->joint) || wereJoint(record);
    const Kinds recommendations = joint ? Kinds{forms->joint} : forms->separate;
    kinds.insert(kinds.end(), recommendations.begin(), recommendations.end());
    return kinds;
}

void want(Kinds& kinds, DocumentKind kind)
{
    if (std::find(kinds.begin(), kinds.end(), kind) == kinds.end())
        kinds.push_back(kind);
}

// A recommendation that was signed goes with the case, whatever the outcome will be.
void wantSigned(Kinds& kinds, const Case& record)
{
    using enum DocumentKind;
    const auto signedForms = [&record](const QString& form) {
        return std::count_if(record.exams.begin(), record.exams.end(),
            [&form](const Exam& exam) { return exam.form == form; });
    };
    for (const auto& [form, single] : {std::pair{u"A3"_s, A3}, {u"A7"_s, A7}, {u"A11"_s, A11}})
        if (signedForms(form) > 0)
            want(kinds, single);
    for (const auto& [form, first, second] :
        {std::tuple{u"A4"_s, A4First, A4Second}, std::tuple{u"A8"_s, A8First, A8Second}}) {
        if (signedForms(form) > 0)
            want(kinds, first);
        if (signedForms(form) > 1)
            want(kinds, second);
    }
}

bool holdsWarrant(const Case& record)
{
    return std::any_of(record.clocks.begin(), record.clocks.end(), [](const ClockFact& clock) {
        return clock.kind == u"s135_warrant"_s && clock.state == ClockState::Running;
    });
}

Kinds neededKinds(const Case& record, ChecklistPurpose purpose)
{
    using enum DocumentKind;
    Kinds kinds;
    if (purpose == ChecklistPurpose::Handover)
        kinds = {ReferralForm, RioRecord, RiskAssessment};
    for (const DocumentKind kind : sectionKinds(record, purpose))
        want(kinds, kind);
    if (purpose == ChecklistPurpose::Handover) {
        wantSigned(kinds, record);
        if (holdsWarrant(record))
            want(kinds, Warrant);
    }
    const bool assessed = record.assessment && record.assessment->outcome;
    if (assessed)
        want(kinds, AmhpReport);
    return kinds;
}

ChecklistState stateOf(const Document& document, const QSet<QString>& awaited)
{
    switch (document.state) {
    case DocumentState::Attached:
        return awaited.contains(document.fileHash) ? ChecklistState::NotYetHere
                                                   : ChecklistState::Present;
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

ChecklistRow rowOf(const Document& document, const QSet<QString>& awaited)
{
    const QString title = document.title.isEmpty()
        ? shown(document.kind)
        : u"%1: %2"_s.arg(shown(document.kind), document.title);
    return {document.kind, title, stateOf(document, awaited), document};
}

// Not sent as it is now, but promised: by whom and by when stands with it.
ChecklistRow rowOfForm(const Case& record, FormState form)
{
    ChecklistRow row{
        DocumentKind::ReferralForm, shown(DocumentKind::ReferralForm), stateOf(form), {}};
    if (row.state == ChecklistState::Emailed)
        return row;
    const auto promised
        = std::find_if(record.documents.begin(), record.documents.end(), [&](const Document& each) {
              return each.kind == DocumentKind::ReferralForm
                  && each.state == DocumentState::ToFollow && !undoneWith(record, each);
          });
    if (promised == record.documents.end())
        return row;
    row.document = *promised;
    if (row.state == ChecklistState::Missing)
        row.state = ChecklistState::ToFollow;
    return row;
}

void addAll(std::vector<ChecklistRow>& rows, const Case& record, DocumentKind kind,
    const QSet<QString>& awaited)
{
    for (const Document& document : record.documents)
        if (document.kind == kind && !undoneWith(record, document))
            rows.push_back(rowOf(document, awaited));
}

QString owedText(const ChecklistRow& row)
{
    switch (row.state) {
    case ChecklistState::Missing:
        return row.kind == DocumentKind::ReferralForm
            ? u"The referral form has not been e-mailed."_s
            : u"%1: not here yet; say by when it follows, or why there is none."_s.arg(row.title);
    case ChecklistState::Stale: return u"The referral form changed since it was e-mailed."_s;
    case ChecklistState::NotYetHere:
        return u"%1: attached, but its file is not here yet."_s.arg(row.title);
    case ChecklistState::ToFollow:
        return u"%1: to follow by %2 (%3)."_s.arg(row.title,
            dateTimeText(row.document->followsBy.value_or(row.document->notedAt)),
            row.document->owner);
    default: return {};
    }
}

}

std::vector<ChecklistRow> documentChecklist(
    const Case& record, ChecklistPurpose purpose, FormState form, const QSet<QString>& awaited)
{
    const Kinds needed = neededKinds(record, purpose);
    std::vector<ChecklistRow> rows;
    for (const DocumentKind kind : needed) {
        if (kind == DocumentKind::ReferralForm)
            rows.push_back(rowOfForm(record, form));
        else if (!isNoted(record, kind))
            rows.push_back({kind, shown(kind), ChecklistState::Missing, {}});
        else
            addAll(rows, record, kind, awaited);
    }
    for (const Document& document : record.documents)
        if (document.kind != DocumentKind::ReferralForm && !undoneWith(record, document)
            && std::find(needed.begin(), needed.end(), document.kind) == needed.end())
            rows.push_back(rowOf(document, awaited));
    return rows;
}

QSet<QString> filesAwaited(const Case& record, const Records& records)
{
    QStringList hashes;
    for (const Document& document : record.documents)
        if (!document.fileHash.isEmpty())
            hashes.append(document.fileHash);
    return hashes.isEmpty() ? QSet<QString>() : records.filesAwaited(hashes);
}

std::vector<ChecklistRow> handoverChecklist(
    const Case& record, const Records& records, const Profile& profile)
{
    return documentChecklist(record, ChecklistPurpose::Handover,
        formState(record, printedForm(record, records, profile)), filesAwaited(record, records));
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
