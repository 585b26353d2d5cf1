#pragma once

#include "db/desks.h"
#include "db/exchange.h"
#include "db/resources.h"
#include "tests/db/desk_in_folder.h"

#include <catch2/catch.hpp>

#include <map>

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
    /// The two files of desk 1, its store and its key, by their names.
    std::map<QString, QByteArray> filesOfOne()
    {
        const QString path = one->path();
        one.reset();
        const QString key = path + QStringLiteral(".key");
        std::map<QString, QByteArray> files{{path, db::readWhole(path)}, {key, db::readWhole(key)}};
        one = db::Store::open(path);
        return files;
    }
    void putBack(const std::map<QString, QByteArray>& files)
    {
        const QString path = one->path();
        one.reset();
        for (const auto& [name, bytes] : files) {
            QFile file(name);
            REQUIRE(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
            REQUIRE(file.write(bytes) == bytes.size());
        }
        one = db::Store::open(path);
    }
    /// Desk 1 writes an entry that desk 2 has, and is then put back, with its key, to before that.
    /// Answers the bundle of desk 2 that holds the entry.
    QString putBackOne()
    {
        exchange();
        const auto files = filesOfOne();
        log(*one, QStringLiteral("priya"));
        db::importBundle(*two, bundle(*one, QStringLiteral("one-way")));
        QString later = bundle(*two, QStringLiteral("later"));
        putBack(files);
        return later;
    }

    const QTemporaryDir folder;
    std::unique_ptr<db::Store> one;
    std::unique_ptr<db::Store> two;
};
