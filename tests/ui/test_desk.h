#pragma once

#include "db/resources.h"
#include "db/store.h"
#include "tests/support/times.h"
#include "ui/desk/desk_service.h"

#include <QCoreApplication>
#include <QEventLoop>
#include <QJsonDocument>
#include <QTemporaryDir>

#include <atomic>
#include <stdexcept>

/// A desk service over a store on disk, in a folder that goes with the test. Its clock stands until
/// told otherwise. Grace Oyelaran, EDT officer and AMHP, is at the desk.
struct TestDesk {
    explicit TestDesk(const QString& deskName = QStringLiteral("EDT desk 1"))
    {
        db::InitOptions options;
        options.profile = db::profileBytes(QStringLiteral("anyshire"));
        options.service = QStringLiteral("edt");
        options.desk = deskName;
        db::Store::create(path(), options);
        const auto store
            = db::Store::open(path(), {db::Access::Write, {}, [this] { return at(clock); }, {}});
        for (const char* user : {
                 R"({"do": "user.add", "login": "admin", "name": "Set-up", "service": "edt",
                     "roles": ["admin"]})",
                 R"({"do": "user.add", "user": "admin", "login": "grace", "name": "Grace Oyelaran",
                     "service": "edt", "roles": ["edt_officer", "amhp"], "amhp": true})",
                 R"({"do": "user.add", "user": "admin", "login": "tom", "name": "Tom Ashdown",
                     "service": "edt", "roles": ["on_call_manager"]})"})
            if (!store->submit(QJsonDocument::fromJson(user).object()).done())
                throw std::runtime_error(user);
        open();
    }

    /// Closes the service as a kill would leave it once the writer is done, and opens the store
    /// again.
    void reopen()
    {
        service.reset();
        open();
    }

    void setClock(const char* local) { clock = core::toMillis(london(local)); }

    /// Sends a command and runs the event loop until its answer is here.
    ui::Answer submit(const char* request)
    {
        return submit(QJsonDocument::fromJson(request).object());
    }

    ui::Answer submit(const QJsonObject& request)
    {
        ui::Answer got;
        QEventLoop loop;
        service->submit(request, service.get(), [&](const ui::Answer& answer) {
            got = answer;
            loop.quit();
        });
        loop.exec();
        return got;
    }

    /// Runs the event loop until nothing is under way.
    void settle() const
    {
        // What an answer sets going (a refresh, the focus moved on) may itself wait in the queue.
        for (int rounds = 0; rounds < 5; ++rounds) {
            while (service->underWay() > 0)
                QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
            QCoreApplication::processEvents();
        }
    }

    /// A contact with a person, opened as a case under s136 since 03:40; the case's identifier.
    QString openCase()
    {
        const QString contact = made(submit(R"({"do": "contact.log",
            "words": "Police: man detained on a bridge", "category": "s136", "council": "ac"})"),
            u"contact");
        const QString person = made(submit(R"({"do": "person.add", "name": "Aaron Lisle",
            "born": "1999-05-04", "nhs_number": "999 000 0018", "council": "ac"})"),
            u"person");
        submit(QJsonObject{{QStringLiteral("do"), QStringLiteral("contact.link_person")},
            {QStringLiteral("contact"), contact}, {QStringLiteral("person"), person}});
        const QString opened
            = made(submit(QJsonObject{{QStringLiteral("do"), QStringLiteral("contact.open_case")},
                       {QStringLiteral("contact"), contact},
                       {QStringLiteral("title"), QStringLiteral("Detained on a bridge")}}),
                u"case");
        submit(QJsonObject{{QStringLiteral("do"), QStringLiteral("case.status")},
            {QStringLiteral("case"), opened}, {QStringLiteral("status"), QStringLiteral("s136")},
            {QStringLiteral("start"), QStringLiteral("03:40")},
            {QStringLiteral("evidence"), QStringLiteral("police log")}});
        return opened;
    }

    static QString made(const ui::Answer& answer, QStringView key)
    {
        return answer.decision.made.value(key).toString();
    }

    QString path() const { return folder.filePath(QStringLiteral("desk.dutydesk")); }

    const QTemporaryDir folder;
    std::atomic<qint64> clock = core::toMillis(london("2026-11-19T04:10"));
    std::unique_ptr<ui::DeskService> service;

private:
    static core::Instant at(qint64 ms) { return core::fromMillis(ms); }

    void open()
    {
        service = std::make_unique<ui::DeskService>(path(), [this] { return at(clock); });
        service->actAs(QStringLiteral("grace"));
    }
};
