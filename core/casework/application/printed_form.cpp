#include "core/casework/application/printed_form.h"

#include "core/casework/application/form_sections.h"
#include "core/casework/case_deadlines.h"
#include "core/records.h"

#include <QCryptographicHash>

using namespace Qt::StringLiterals;

namespace core {

PrintedForm printedForm(const FormSources& sources)
{
    return {referralSection(sources), personSection(sources), whereSection(sources),
        whyNowSection(sources), riskSection(sources), alternativesSection(sources),
        nearestRelativeSection(sources), attendingSection(sources), accessSection(sources),
        assessmentSection(sources), bedSection(sources), applicationSection(sources),
        documentsSection(sources), outcomeSection(sources)};
}

PrintedForm printedForm(const Case& record, const Records& records, const Profile& profile)
{
    const auto person = records.person(record.person);
    const auto contact
        = record.contacts.empty() ? nullptr : records.contact(record.contacts.front());
    const std::vector<Deadline> clocks = deadlinesOf(record, profile);
    return printedForm({record, person.get(), contact.get(), clocks, profile});
}

static QString hexOf(const QByteArray& text)
{
    return QString::fromLatin1(
        QCryptographicHash::hash(text, QCryptographicHash::Blake2b_256).toHex());
}

// Control characters part the fields, so that no two forms read alike.
static QByteArray bytesOf(const PrintedSection& section)
{
    QByteArray bytes = section.title.toUtf8();
    for (const PrintedField& field : section.fields)
        bytes += '\x1e' + field.label.toUtf8() + '\x1f' + field.value.toUtf8();
    return bytes;
}

QString digestOf(const PrintedForm& form)
{
    QByteArray bytes;
    for (const PrintedSection& section : form)
        bytes += '\x1d' + bytesOf(section);
    return hexOf(bytes);
}

QStringList sectionDigests(const PrintedForm& form)
{
    QStringList digests;
    for (const PrintedSection& section : form)
        digests.append(section.key + u':' + hexOf(bytesOf(section)).left(16));
    return digests;
}

FormState formState(const Case& record, const PrintedForm& form)
{
    if (record.formIssues.empty())
        return FormState::NeverSent;
    return record.formIssues.back().printedDigest == digestOf(form) ? FormState::Current
                                                                    : FormState::Stale;
}

QStringList changedSections(const Case& record, const PrintedForm& form)
{
    QStringList changed;
    if (formState(record, form) != FormState::Stale)
        return changed;
    const QStringList issued = record.formIssues.back().sections;
    const QStringList now = sectionDigests(form);
    for (qsizetype index = 0; index < now.size(); ++index)
        if (!issued.contains(now[index]))
            changed.append(form[static_cast<std::size_t>(index)].title);
    return changed;
}

}
