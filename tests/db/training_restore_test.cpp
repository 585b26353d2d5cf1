#include "db/health.h"
#include "tests/db/edt_desks.h"

using namespace Qt::StringLiterals;

namespace {

/// Desk 1 writes at a training time that its backup had not reached.
void writeLater(const EdtDesks& desks)
{
    desks.one->setTrainingClock(desks.one->now() + std::chrono::hours(1));
    desks.log(*desks.one, u"priya"_s);
}

QStringList forksOf(const db::Store& store, const core::DeskId& desk)
{
    QStringList forks;
    for (const db::ListedDesk& each : db::listDesks(store))
        if (each.desk == desk)
            forks += each.doubts.filter(u"still at work"_s);
    return forks;
}

}

TEST_CASE("A training desk that was lost is not at work by what it wrote before, whenever heard",
    "[fork]")
{
    const bool lost = GENERATE(true, false);
    EdtDesks desks;
    desks.exchange();
    const QString backup = desks.folder.filePath(u"backup.db"_s);
    db::backup(*desks.one, backup);
    if (lost)
        writeLater(desks);
    const auto restored = db::restore(backup, desks.folder.filePath(u"restored.db"_s));
    desks.believe(*desks.two, *restored, u"sam"_s);
    db::importBundle(*desks.two, desks.bundle(*restored, u"of the new"_s));
    if (!lost)
        writeLater(desks);

    const auto report = db::importBundle(*desks.two, desks.bundle(*desks.one, u"of the old"_s));

    CHECK(report.forks.size() == (lost ? 0 : 1));
    CHECK(forksOf(*desks.two, desks.one->desk()) == report.forks);
}
