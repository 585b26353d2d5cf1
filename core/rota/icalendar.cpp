#include "core/rota/icalendar.h"

#include "core/time/london.h"

using namespace Qt::StringLiterals;

namespace core {

namespace {

constexpr qsizetype mostOctets = 75;

QString utcText(Instant at)
{
    return isoText(at).remove(u'-').remove(u':').left(15) + u'Z';
}

QString summaryOf(const RotaShift& plan, const Profile& profile)
{
    const RoleKind* role = profile.role(plan.role);
    const QString who = plan.fill == Fill::Unfilled ? u"unfilled"_s : plan.person;
    return u"%1: %2"_s.arg(role ? role->name : plan.role, who);
}

QString descriptionOf(const RotaShift& plan, const Profile& profile)
{
    const Service* service = profile.service(plan.service);
    QStringList lines{service ? service->name : plan.service,
        u"Filled: %1"_s.arg(word(plan.fill).replace(u'_', u' '))};
    if (plan.amhp)
        lines.append(u"Works as an AMHP"_s);
    if (!plan.number.isEmpty())
        lines.append(u"Telephone %1"_s.arg(plan.number));
    if (!plan.team.isEmpty())
        lines.append(u"Team: %1"_s.arg(plan.team));
    if (!plan.availableFor.isEmpty())
        lines.append(u"Available for: %1"_s.arg(plan.availableFor.join(u", ")));
    if (!plan.words.isEmpty())
        lines.append(plan.words);
    return lines.join(u'\n');
}

void addEvent(QByteArray& text, const Shift& shift, const Profile& profile)
{
    const auto line = [&text](const QString& content) { text += foldedLine(content); };
    const RotaShift& plan = shift.plan;
    line(u"BEGIN:VEVENT"_s);
    line(u"UID:%1@shift.dutydesk"_s.arg(shift.id.text()));
    line(u"DTSTAMP:%1"_s.arg(utcText(shift.lastRecorded)));
    line(u"LAST-MODIFIED:%1"_s.arg(utcText(shift.lastRecorded)));
    line(u"SEQUENCE:%1"_s.arg(std::max(0, shift.eventCount - 1)));
    line(u"DTSTART:%1"_s.arg(utcText(plan.from)));
    line(u"DTEND:%1"_s.arg(utcText(plan.to)));
    line(u"SUMMARY:%1"_s.arg(escapedText(summaryOf(plan, profile))));
    line(u"DESCRIPTION:%1"_s.arg(escapedText(descriptionOf(plan, profile))));
    line(u"CATEGORIES:%1"_s.arg(escapedText(plan.role)));
    line(shift.withdrawnAt                ? u"STATUS:CANCELLED"_s
            : plan.fill == Fill::Unfilled ? u"STATUS:TENTATIVE"_s
                                          : u"STATUS:CONFIRMED"_s);
    line(u"END:VEVENT"_s);
}

}

QString escapedText(const QString& text)
{
    QString escaped;
    for (const QChar each : text) {
        const bool printable
            = each == u'\n' || each == u'\t' || each.category() != QChar::Other_Control;
        if (!printable)
            continue;
        if (each == u'\\' || each == u';' || each == u',')
            escaped += u'\\';
        escaped += each == u'\n' ? u"\\n"_s : QString(each);
    }
    return escaped;
}

QByteArray foldedLine(const QString& line)
{
    const QByteArray octets = line.toUtf8();
    const auto insideCharacter
        = [&octets](qsizetype at) { return (static_cast<uchar>(octets[at]) & 0xC0) == 0x80; };
    QByteArray folded;
    qsizetype from = 0;
    while (octets.size() - from > mostOctets - (from > 0 ? 1 : 0)) {
        qsizetype to = from + mostOctets - (from > 0 ? 1 : 0);
        while (insideCharacter(to))
            --to;
        folded += octets.mid(from, to - from) + "\r\n ";
        from = to;
    }
    return folded + octets.mid(from) + "\r\n";
}

QByteArray iCalendarOf(
    const std::vector<std::shared_ptr<const Shift>>& shifts, const Profile& profile)
{
    QByteArray text;
    for (const QString& line : {u"BEGIN:VCALENDAR"_s, u"VERSION:2.0"_s,
             u"PRODID:-//Dutydesk//Rota//EN"_s, u"CALSCALE:GREGORIAN"_s,
             u"X-WR-CALNAME:%1"_s.arg(escapedText(profile.name + u": rota"_s))})
        text += foldedLine(line);
    for (const auto& shift : shifts)
        addEvent(text, *shift, profile);
    return text + foldedLine(u"END:VCALENDAR"_s);
}

}
