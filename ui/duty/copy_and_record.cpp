#include "ui/duty/copy_and_record.h"

#include "core/paper/plain_text.h"
#include "ui/desk/desk_service.h"
#include "ui/form/record_field.h"

#include <QClipboard>
#include <QGuiApplication>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

QString systemOf(const DeskService& desk, const QString& council)
{
    const core::Council* found = desk.profile().council(council);
    return found && !found->caseSystem.isEmpty() ? found->caseSystem : u"RiO"_s;
}

WrittenOnce ofContact(const DeskService& desk, const core::Contact& contact)
{
    const auto person = desk.records().person(contact.person);
    return {core::subjectOf(contact.id), u"contact"_s,
        core::contactText(contact, person.get(), desk.profile()),
        systemOf(desk, contact.details.council.value_or(QString()))};
}

WrittenOnce ofCase(const DeskService& desk, const core::Case& record, const QString& what)
{
    const auto person = desk.records().person(record.person);
    const core::Subject subject = core::subjectOf(record.id);
    const QString system = systemOf(desk, record.council);
    if (what == u"assessment"_s)
        return {subject, what, core::assessmentText(record, person.get(), desk.profile()), system};
    const core::DutyPeriod period{
        desk.service(), record.openedAt, desk.now() + std::chrono::milliseconds(1)};
    return {subject, u"chronology"_s,
        core::caseChronologyText(record, person.get(), period, desk.calendar()), system};
}

WrittenOnce ofDuty(const DeskService& desk, const core::Duty& duty)
{
    return {core::subjectOf(duty.id), u"chronology"_s,
        core::nightChronologyText(
            {duty.service, duty.from, duty.to}, desk.records(), desk.calendar()),
        u"RiO"_s};
}

QString commandFor(core::SubjectKind kind)
{
    return kind == core::SubjectKind::Contact ? u"contact.written"_s
        : kind == core::SubjectKind::Duty     ? u"duty.written"_s
                                              : u"case.written"_s;
}

}

WrittenOnce textFor(const DeskService& desk, const core::Subject& subject, const QString& what)
{
    if (const auto contact = desk.records().contact({subject.id}))
        return ofContact(desk, *contact);
    if (const auto record = desk.records().caseRecord({subject.id}))
        return ofCase(desk, *record, what);
    if (const auto duty = desk.records().duty({subject.id}))
        return ofDuty(desk, *duty);
    return {};
}

void copyAndRecord(DeskService& desk, const WrittenOnce& written, QObject* context,
    std::function<void(const Answer&)> answered)
{
    QGuiApplication::clipboard()->setText(written.text);
    const QString command = commandFor(written.subject.kind);
    QJsonObject request = presetFor(command, written.subject);
    if (written.subject.kind == core::SubjectKind::Duty)
        request.insert(u"duty"_s, written.subject.id.toString(QUuid::WithoutBraces));
    request.insert(u"do"_s, command);
    request.insert(u"system"_s, written.system);
    request.insert(u"what"_s, written.what);
    desk.submit(std::move(request), context, std::move(answered));
}

}
