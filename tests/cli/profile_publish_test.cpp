#include "tests/cli/evening.h"

#include <algorithm>

namespace {

/// The shipped fictional profile as a later version, written beside the stores.
QString laterFile(const QString& path, const QByteArray& version, const QByteArray& effective)
{
    QFile shipped(QStringLiteral(DUTYDESK_PROFILES) + u"/anyshire.json"_s);
    REQUIRE(shipped.open(QIODevice::ReadOnly));
    QByteArray json = shipped.readAll();
    json.replace(R"("version": "1.0")", R"("version": ")" + version + '"');
    json.replace(R"("effective": "2025-04-01")", R"("effective": ")" + effective + '"');
    QFile later(path);
    REQUIRE(later.open(QIODevice::WriteOnly));
    later.write(json);
    return path;
}

QStringList standings(const Desk& desk)
{
    QStringList all;
    for (const QJsonObject& row : desk.list(u"profiles"_s))
        all.append(row.value(u"version"_s).toString() + u' ' + row.value(u"state"_s).toString());
    all.sort();
    return all;
}

}

TEST_CASE("FM-3 a manager publishes a version from the command line, and its day brings it in")
{
    const Evening night;
    const QString file = laterFile(night.file(u"later.json"_s), "1.1", "2026-12-01");
    const QStringList publish{
        u"profile"_s, u"publish"_s, file, u"--reason"_s, u"Numbers checked"_s};

    const Ran done = night.day.run(QStringList{u"--user"_s, u"priya.nair"_s} + publish);

    INFO(done.out.toStdString() << done.err.toStdString());
    REQUIRE(done.status == 0);
    const auto lines = done.lines();
    CHECK(lines.back().value(u"made"_s).toObject().value(u"version"_s) == u"1.1"_s);
    CHECK(std::any_of(lines.begin(), lines.end(),
        [](const QJsonObject& line) { return line.contains(u"must"_s); }));
    CHECK(standings(night.day) == QStringList{u"1.0 in_force"_s, u"1.1 to_come"_s});
    for (const QJsonObject& row : night.day.list(u"profiles"_s))
        for (const QString& column : {u"approved_by"_s, u"published_by"_s, u"begins"_s})
            CHECK(row.contains(column));
    night.day.apply(R"({"clock": "2026-12-01T09:00"}
{"do": "contact.log", "user": "priya.nair", "words": "The first call under the new version"}
)");
    CHECK(standings(night.day) == QStringList{u"1.0 past"_s, u"1.1 in_force"_s});
    night.day.checkSound();
}

TEST_CASE("FM-3 what may not be published is refused with the reason, and nothing is stored")
{
    const Evening night;
    const QString past = laterFile(night.file(u"past.json"_s), "1.1", "2026-11-01");
    const auto publish = [&](const QString& user, const QStringList& rest) {
        return night.edt.run(QStringList{u"--user"_s, user, u"profile"_s, u"publish"_s} + rest);
    };
    const QStringList why{u"--reason"_s, u"Numbers checked"_s};

    const Ran late = publish(u"admin"_s, QStringList{past} + why);
    CHECK(late.status == 1);
    CHECK(late.out.contains("has passed"));
    CHECK(publish(u"grace.oyelaran"_s, QStringList{past} + why).out.contains("by a manager"));
    CHECK(publish(u"admin"_s, QStringList{u"northamptonshire"_s} + why).status == 1);
    CHECK(publish(u"admin"_s, QStringList{past}).status == 1);
    CHECK(publish(u"admin"_s, why).status == 2);
    CHECK(publish(u"admin"_s, QStringList{night.file(u"nowhere.json"_s)} + why).status == 3);
    CHECK(standings(night.edt) == QStringList{u"1.0 in_force"_s});
}

TEST_CASE("FM-3 another service does not take up what one publishes")
{
    const Evening night;
    const QString file = laterFile(night.file(u"later.json"_s), "1.1", "2026-12-01");
    REQUIRE(night.day
                .run({u"--user"_s, u"priya.nair"_s, u"profile"_s, u"publish"_s, file, u"--reason"_s,
                    u"Numbers checked"_s})
                .status
        == 0);

    night.day.exportTo(u"edt"_s, night.file(u"to-edt"_s));
    night.edt.import(night.file(u"to-edt"_s));

    CHECK(standings(night.edt) == QStringList{u"1.0 in_force"_s});
}
