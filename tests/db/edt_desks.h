#pragma once

#include "db/desks.h"
#include "db/exchange.h"
#include "db/resources.h"
#include "tests/db/desk_in_folder.h"

#include <catch2/catch.hpp>

/// Two EDT desks that trust each other, and their post.
struct EdtDesks {
    EdtDesks() : one(make(QStringLiteral("EDT desk 1"))), two(make(QStringLiteral("EDT desk 2")))
    {
        REQUIRE(submit(*one, addPriya).done());
        REQUIRE(submit(*two, R"({"do": "user.add", "login": "sam", "name": "Sam Osei",
            "service": "edt", "roles": ["edt_team_manager"]})")
                    .done());
        believe(*one, *two, QStringLiteral("priya"));
        believe(*two, *one, QStringLiteral("sam"));
    }

    std::unique_ptr<db::Store> make(const QString& name) const
    {
        db::InitOptions options = DeskInFolder::options();
        options.desk = name;
        return db::Store::create(folder.filePath(name + QStringLiteral(".db")), options);
    }
    void believe(db::Store& who, const db::Store& whom, const QString& user) const
    {
        const QString file = folder.filePath(QStringLiteral("introduction"));
        db::introduce(whom, file);
        const db::Introduced read = db::readIntroductionFile(file);
        REQUIRE(db::trustDesk(who, read, {user, read.code.join(u' '), false, false, {}}).done());
    }
    static db::Answer submit(db::Store& store, const char* request)
    {
        return store.submit(QJsonDocument::fromJson(request).object());
    }
    void log(db::Store& store, const QString& user) const
    {
        REQUIRE(store
                    .submit({{QStringLiteral("do"), QStringLiteral("contact.log")},
                        {QStringLiteral("user"), user},
                        {QStringLiteral("words"), QStringLiteral("A call")}})
                    .done());
    }
    QString bundle(db::Store& from, const QString& name) const
    {
        const QString file = folder.filePath(name);
        db::exportBundle(from, QStringLiteral("edt"), file);
        return file;
    }
    void exchange() const
    {
        db::importBundle(*two, bundle(*one, QStringLiteral("to-two")));
        db::importBundle(*one, bundle(*two, QStringLiteral("to-one")));
        db::importBundle(*two, bundle(*one, QStringLiteral("again")));
    }
    /// Desk 1 writes an entry that desk 2 has, and is then put back, with its key, to before that.
    /// Answers the bundle of desk 2 that holds the entry.
    QString putBackOne()
    {
        exchange();
        const QString path = one->path();
        one.reset();
        const QByteArray store = db::readWhole(path);
        const QByteArray key = db::readWhole(path + QStringLiteral(".key"));
        one = db::Store::open(path);
        log(*one, QStringLiteral("priya"));
        db::importBundle(*two, bundle(*one, QStringLiteral("one-way")));
        const QString later = bundle(*two, QStringLiteral("later"));
        one.reset();
        for (const auto& [name, bytes] :
            {std::pair(path, store), std::pair(path + QStringLiteral(".key"), key)}) {
            QFile file(name);
            REQUIRE(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
            file.write(bytes);
        }
        one = db::Store::open(path);
        return later;
    }

    const QTemporaryDir folder;
    std::unique_ptr<db::Store> one;
    std::unique_ptr<db::Store> two;
};
