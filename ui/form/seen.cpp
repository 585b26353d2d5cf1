#include "ui/form/seen.h"

#include "core/text/people_words.h"
#include "core/time/london.h"

#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

std::shared_ptr<const core::RecordBase> find(
    const core::Records& records, const core::Subject& subject)
{
    switch (subject.kind) {
    case core::SubjectKind::User: return records.user({subject.id});
    case core::SubjectKind::Person: return records.person({subject.id});
    case core::SubjectKind::Contact: return records.contact({subject.id});
    case core::SubjectKind::Case: return records.caseRecord({subject.id});
    case core::SubjectKind::Window: return records.window({subject.id});
    case core::SubjectKind::Duty: return records.duty({subject.id});
    case core::SubjectKind::Sitrep: return records.sitrep({subject.id});
    case core::SubjectKind::Escalation: return records.escalation({subject.id});
    case core::SubjectKind::Visit: return records.visit({subject.id});
    case core::SubjectKind::Alert: return records.alert({subject.id});
    case core::SubjectKind::Shift: return records.shift({subject.id});
    case core::SubjectKind::Dispositions:
    case core::SubjectKind::Desk:
    case core::SubjectKind::Profile:
    case core::SubjectKind::Newer: break;
    }
    return nullptr;
}

QString lineOf(const core::Event& event)
{
    const QJsonObject payload = QJsonDocument::fromJson(event.payload).object();
    const QString what = core::spokenWords(event.type.section(u'.', 1));
    const QString words = payload.value(u"words"_s).toString();
    return u"%1 %2, %3%4"_s.arg(core::timeText(event.occurred), event.actor.name, what,
        words.isEmpty() ? QString() : u": "_s + words);
}

}

QStringList newsSince(const core::Records& records, const core::Subject& subject,
    const std::vector<core::Digest>& seen)
{
    QStringList lines;
    for (const core::Event& event : records.eventsSince(subject, seen))
        lines.append(lineOf(event));
    return lines;
}

std::vector<core::Digest> headsOf(const core::Records& records, const core::Subject& subject)
{
    const auto record = find(records, subject);
    return record ? record->heads : std::vector<core::Digest>{};
}

QJsonObject seenJson(const core::Subject& subject, const std::vector<core::Digest>& heads)
{
    QJsonArray digests;
    for (const core::Digest& head : heads)
        digests.append(QString::fromLatin1(
            QByteArray(reinterpret_cast<const char*>(head.data()), static_cast<int>(head.size()))
                .toHex()));
    if (digests.isEmpty())
        return {};
    return {{u"%1:%2"_s.arg(core::word(subject.kind), subject.id.toString(QUuid::WithoutBraces)),
        digests}};
}

}
