#include "core/rota/rota_csv.h"

#include "core/rota/rota_people.h"
#include "core/text/csv.h"
#include "core/text/telephone.h"
#include "core/time/typed_time.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace core {

namespace {

constexpr std::size_t mostLines = 5000;
constexpr auto longestShift = std::chrono::hours(24 * 14);

// Reads one line; what is wrong with it goes to the file's refusals.
class LineReader {
public:
    LineReader(RotaFile& file, const QStringList& headings, const CsvLine& line)
        : m_file(file)
        , m_headings(headings)
        , m_line(line)
    {
    }

    QString cell(const QString& heading) const
    {
        return m_line.fields.value(m_headings.indexOf(heading)).trimmed();
    }

    void say(const QString& heading, const QString& text, const QString& mend)
    {
        m_file.refusals.push_back({{}, u"line %1, %2"_s.arg(m_line.number).arg(heading),
            u"Line %1: %2"_s.arg(m_line.number).arg(text), mend});
    }

    template <typename Part>
    void isOne(const QString& heading, const QString& key, const std::vector<Part>& parts)
    {
        QStringList keys;
        for (const Part& part : parts)
            keys.append(part.key);
        if (!keys.contains(key))
            say(heading,
                key.isEmpty() ? u"%1 is missing."_s.arg(heading)
                              : u"the profile has no %1 “%2”."_s.arg(heading, key),
                keys.isEmpty() ? u"Leave the field empty."_s
                               : u"Use one of: %1."_s.arg(keys.join(u", ")));
    }

    Instant time(const QString& heading)
    {
        static const QRegularExpression british(u"^(\\d{1,2})/(\\d{1,2})/(\\d{4})([ T].*)$"_s);
        static const QRegularExpression dated(u"^\\d{4}-\\d{2}-\\d{2}[ T]\\d"_s);
        QString typed = cell(heading);
        if (const auto found = british.match(typed); found.hasMatch())
            typed
                = u"%1-%2-%3%4"_s.arg(found.captured(3), found.captured(2).rightJustified(2, u'0'),
                    found.captured(1).rightJustified(2, u'0'), found.captured(4));
        if (!dated.match(typed).hasMatch()) {
            say(heading,
                typed.isEmpty() ? u"%1 is missing."_s.arg(heading)
                                : u"“%1” is no date and time."_s.arg(typed),
                u"Write it as 2026-11-20 20:00."_s);
            return {};
        }
        const auto endOfTime = fromMillis(4102444800000); // a rota may lie in the future
        const auto read = readTypedTime(typed, endOfTime);
        if (const auto* problem = std::get_if<TimeProblem>(&read)) {
            say(heading, problem->text, problem->mend);
            return {};
        }
        return std::get<Instant>(read);
    }

    std::optional<bool> yesOrNo(const QString& heading)
    {
        const QString word = cell(heading).toLower();
        if (word.isEmpty())
            return {};
        if (QStringList{u"yes"_s, u"y"_s, u"true"_s, u"1"_s}.contains(word))
            return true;
        if (!QStringList{u"no"_s, u"n"_s, u"false"_s, u"0"_s}.contains(word))
            say(heading, u"“%1” is neither yes nor no."_s.arg(word), u"Write yes or no."_s);
        return false;
    }

private:
    RotaFile& m_file;
    const QStringList& m_headings;
    const CsvLine& m_line;
};

void readFill(LineReader& reader, RotaLine& line)
{
    const QString typed = reader.cell(u"fill"_s).toLower().replace(u' ', u'_');
    const bool nobody = line.plan.person.isEmpty() && line.login.isEmpty();
    if (typed.isEmpty()) {
        line.plan.fill = nobody ? Fill::Unfilled : Fill::Planned;
        return;
    }
    const auto fill = fromWord<Fill>(typed);
    if (!fill)
        return reader.say(u"fill"_s, u"“%1” is no way of filling a shift."_s.arg(typed),
            u"Use one of: %1."_s.arg(wordsOf<Fill>().join(u", ")));
    line.plan.fill = *fill;
    if (*fill == Fill::Unfilled && !nobody)
        reader.say(u"fill"_s, u"the shift is unfilled, and a person stands on it."_s,
            u"Leave person and login empty, or say how it is filled."_s);
    if (*fill != Fill::Unfilled && nobody)
        reader.say(u"person"_s, u"nobody stands on the shift."_s,
            u"Name the person, or write unfilled under fill."_s);
}

void checkTimes(LineReader& reader, const RotaShift& plan)
{
    if (plan.from == Instant{} || plan.to == Instant{})
        return;
    if (plan.to <= plan.from)
        reader.say(u"to"_s, u"the shift ends at or before its beginning."_s,
            u"Give the date of the next day for an end after midnight."_s);
    else if (plan.to - plan.from > longestShift)
        reader.say(u"to"_s, u"the shift is longer than 14 days."_s, u"Check the dates."_s);
}

RotaLine readLine(LineReader reader, int number, const Profile& profile, const QString& service)
{
    RotaLine line;
    line.number = number;
    line.code = reader.cell(u"code"_s);
    line.login = reader.cell(u"login"_s);
    RotaShift& plan = line.plan;
    plan.service = reader.cell(u"service"_s).isEmpty() ? service : reader.cell(u"service"_s);
    plan.role = reader.cell(u"role"_s);
    reader.isOne(u"service"_s, plan.service, profile.services);
    reader.isOne(u"role"_s, plan.role, profile.roles);
    plan.from = reader.time(u"from"_s);
    plan.to = reader.time(u"to"_s);
    checkTimes(reader, plan);
    plan.person = reader.cell(u"person"_s).simplified();
    plan.number = reader.cell(u"number"_s);
    if (const TelephoneCheck check = checkTelephone(plan.number);
        !plan.number.isEmpty() && !check.reason.isEmpty())
        reader.say(u"number"_s, check.reason,
            u"Write the whole number, or leave the cell empty and tell it with shift.fill."_s);
    line.amhp = reader.yesOrNo(u"amhp"_s);
    readFill(reader, line);
    plan.band = reader.cell(u"band"_s);
    if (!plan.band.isEmpty())
        reader.isOne(u"band"_s, plan.band, profile.rotaLimits);
    plan.team = reader.cell(u"team"_s);
    for (const QString& each : reader.cell(u"available_for"_s).split(u';', Qt::SkipEmptyParts))
        plan.availableFor.append(each.trimmed());
    plan.words = reader.cell(u"note"_s);
    return line;
}

QStringList headingsOf(const CsvLine& line)
{
    QStringList headings;
    for (const QString& each : line.fields)
        headings.append(each.trimmed().toLower().replace(u' ', u'_'));
    return headings;
}

void checkHeadings(RotaFile& file, const QStringList& headings, int number)
{
    const auto say = [&](const QString& text, const QString& mend) {
        file.refusals.push_back({{}, u"line %1"_s.arg(number),
            u"Line %1: %2"_s.arg(QString::number(number), text), mend});
    };
    const QString known = rotaHeadings().join(u", ");
    for (const QString& each : headings)
        if (!rotaHeadings().contains(each))
            say(u"“%1” is no heading of a rota."_s.arg(each),
                u"Use one of: %1; between commas."_s.arg(known));
        else if (headings.count(each) > 1 && file.refusals.empty())
            say(u"the heading “%1” is there twice."_s.arg(each), u"Keep one of the columns."_s);
    for (const QString& needed : {u"role"_s, u"from"_s, u"to"_s})
        if (!headings.contains(needed))
            say(u"the heading “%1” is missing."_s.arg(needed),
                u"Name the columns in the first line: %1."_s.arg(known));
}

void checkCodes(RotaFile& file)
{
    std::map<QString, int> seen;
    for (const RotaLine& line : file.lines) {
        if (line.code.isEmpty())
            continue;
        const auto [first, isNew] = seen.emplace(line.code, line.number);
        if (!isNew)
            file.refusals.push_back({{}, u"line %1, code"_s.arg(line.number),
                u"Line %1: the code “%2” stands on line %3 too."_s.arg(
                    QString::number(line.number), line.code, QString::number(first->second)),
                u"Give each shift its own code, or none."_s});
    }
}

RotaFile refusedFile(const QString& field, const QString& text, const QString& mend)
{
    return {{}, {{{}, field, text, mend}}};
}

}

const QStringList& rotaHeadings()
{
    static const QStringList all{u"role"_s, u"from"_s, u"to"_s, u"service"_s, u"person"_s,
        u"login"_s, u"number"_s, u"amhp"_s, u"fill"_s, u"band"_s, u"team"_s, u"available_for"_s,
        u"code"_s, u"note"_s};
    return all;
}

RotaFile readRota(const QString& csv, const Profile& profile, const QString& service)
{
    const auto read = readCsv(csv);
    if (const auto* problem = std::get_if<CsvProblem>(&read))
        return refusedFile(u"line %1"_s.arg(problem->line),
            u"Line %1: %2"_s.arg(QString::number(problem->line), problem->text), problem->mend);
    const auto& lines = std::get<std::vector<CsvLine>>(read);
    if (lines.size() < 2)
        return refusedFile(u"csv"_s, u"There is no shift in the file."_s,
            u"Write the headings in the first line (%1), then a shift a line."_s.arg(
                rotaHeadings().join(u", ")));
    if (lines.size() > mostLines)
        return refusedFile(u"csv"_s,
            u"The file has more than %1 lines."_s.arg(QString::number(mostLines)),
            u"Import a few months at a time."_s);
    RotaFile file;
    const QStringList headings = headingsOf(lines.front());
    checkHeadings(file, headings, lines.front().number);
    if (!file.refusals.empty())
        return file;
    for (auto line = lines.begin() + 1; line != lines.end(); ++line) {
        LineReader reader(file, headings, *line);
        if (line->fields.size() > headings.size())
            reader.say(u"fields"_s, u"there are more fields than headings."_s,
                u"Put a field with a comma in quotes."_s);
        file.lines.push_back(readLine(reader, line->number, profile, service));
    }
    checkCodes(file);
    return file;
}

QStringList doubleShifts(const std::vector<RotaLine>& lines)
{
    std::map<QString, std::vector<const RotaLine*>> ofPerson;
    QStringList said;
    for (const RotaLine& line : lines) {
        if (line.plan.person.isEmpty())
            continue;
        auto& others = ofPerson[line.plan.person.toCaseFolded()];
        for (const RotaLine* other : others)
            if (isSamePerson(other->plan, line.plan) && other->plan.from < line.plan.to
                && line.plan.from < other->plan.to)
                said.append(u"Line %1: %2 is on another shift at that time, line %3."_s.arg(
                    QString::number(line.number), line.plan.person,
                    QString::number(other->number)));
        others.push_back(&line);
    }
    return said;
}

}
