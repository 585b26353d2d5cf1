#include "tests/cli/program.h"

#include <catch2/catch.hpp>

#include <QDateTime>
#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace {

/// The night that comes with the program, worked once into a store of its own.
class DemoNight {
public:
    DemoNight() { worked = run({u"demo"_s, u"--night"_s}); }

    Ran run(const QStringList& verb) const
    {
        return runCli(
            QStringList{u"--store"_s, m_folder.filePath(u"desk.dutydesk"_s), u"--json"_s} + verb);
    }
    QJsonObject only(const QString& kind, const QString& column, const QString& value) const
    {
        QJsonObject found;
        int count = 0;
        for (const QJsonObject& row : run({u"list"_s, kind}).lines())
            if (row.value(column).toString() == value) {
                found = row;
                ++count;
            }
        INFO(qPrintable(kind + u' ' + value));
        CHECK(count == 1);
        return found;
    }

    Ran worked;

private:
    QTemporaryDir m_folder;
};

qint64 utc(const char* iso)
{
    return QDateTime::fromString(QString::fromLatin1(iso), Qt::ISODate).toMSecsSinceEpoch();
}

qint64 instant(const QJsonObject& row, const char* column)
{
    return static_cast<qint64>(row.value(QLatin1StringView(column)).toDouble());
}

}

TEST_CASE("The shipped night is worked without an unmeant refusal", "[demo]")
{
    const DemoNight night;
    INFO(night.worked.out.toStdString());
    CHECK(night.worked.status == 0);

    int refused = 0;
    for (const QJsonObject& line : night.worked.lines())
        if (!line.value(u"ok"_s).toBool()) {
            ++refused;
            const QJsonArray why = line.value(u"refusals"_s).toArray();
            CHECK(why.at(0).toObject().value(u"clause"_s).toString() == u"HO-3.8"_s);
        }
    CHECK(refused == 1);
}

TEST_CASE("HO-3.6 the evening's and the morning's handovers stand as the telephone call left them",
    "[demo]")
{
    const DemoNight night;

    const QJsonObject accepted
        = night.only(u"handover_item"_s, u"transfer_number"_s, u"T-2026-11-18-PM-01"_s);
    CHECK(accepted.value(u"state"_s).toString() == u"accepted"_s);
    CHECK(accepted.value(u"to_service"_s).toString() == u"edt"_s);
    CHECK(instant(accepted, "answered_at") == utc("2026-11-18T16:52:00Z"));

    const QJsonObject declined
        = night.only(u"handover_item"_s, u"transfer_number"_s, u"T-2026-11-18-PM-02"_s);
    CHECK(declined.value(u"state"_s).toString() == u"declined"_s);

    const QJsonObject morning
        = night.only(u"handover_item"_s, u"transfer_number"_s, u"T-2026-11-19-AM-01"_s);
    CHECK(morning.value(u"state"_s).toString() == u"accepted"_s);
    CHECK(morning.value(u"to_service"_s).toString() == u"amhp-day"_s);
    CHECK(instant(morning, "answered_at") == utc("2026-11-19T08:53:00Z"));
}

TEST_CASE("HO-3.10 the night's SITREP is of that night", "[demo]")
{
    const DemoNight night;

    const QJsonObject sitrep = night.only(u"sitrep"_s, u"number"_s, u"S-2026-11-19-1"_s);

    CHECK(instant(sitrep, "starts") == utc("2026-11-18T09:30:00Z"));
    CHECK(instant(sitrep, "ends") == utc("2026-11-19T09:30:00Z"));
}

TEST_CASE("CLK-01 two moves and two handovers leave the s136 expiry where it was", "[demo]")
{
    const DemoNight night;
    const QJsonObject clock = night.only(u"clock"_s, u"kind"_s, u"s136"_s);

    CHECK(instant(clock, "start") == utc("2026-11-19T03:40:00Z"));
    CHECK(instant(clock, "due") == utc("2026-11-20T03:40:00Z"));
    CHECK(clock.value(u"state"_s).toString() == u"running"_s);
    CHECK(clock.value(u"service"_s).toString() == u"edt"_s);
}

namespace {

/// What happened in the invented nights, without the identifiers that a store mints.
QStringList factsOf(const char* seed)
{
    const QTemporaryDir folder;
    const QStringList store{u"--store"_s, folder.filePath(u"desk.dutydesk"_s), u"--json"_s};
    const Ran made = runCli(store
        + QStringList{u"demo"_s, u"--nights"_s, u"4"_s, u"--seed"_s, QString::fromLatin1(seed)});
    INFO(made.out.toStdString());
    CHECK(made.status == 0);
    QStringList facts;
    for (const QJsonObject& row : runCli(store + QStringList{u"list"_s, u"case"_s}).lines())
        facts.append(row.value(u"ref"_s).toString() + row.value(u"title"_s).toString()
            + row.value(u"responsible"_s).toString() + row.value(u"stage"_s).toString()
            + QString::number(instant(row, "opened_at")));
    return facts;
}

}

TEST_CASE("Invented nights break no rule, and one seed always invents the same", "[demo]")
{
    const QStringList once = factsOf("7");
    CHECK(once.size() > 5);
    CHECK(factsOf("7") == once);
    CHECK(factsOf("8") != once);
}
