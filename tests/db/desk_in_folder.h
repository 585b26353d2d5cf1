#pragma once

#include "db/resources.h"
#include "db/store.h"

#include <QJsonDocument>
#include <QTemporaryDir>

/// A training desk on disk, in a folder that goes with the test. Its clock stands until told
/// otherwise.
struct DeskInFolder {
    DeskInFolder() : store(db::Store::create(path(), options())) { }

    static db::InitOptions options()
    {
        db::InitOptions options;
        options.profile = db::profileBytes(QStringLiteral("anyshire"));
        options.service = QStringLiteral("edt");
        options.desk = QStringLiteral("EDT desk 1");
        options.training = core::fromMillis(1795024800000); // 2026-11-18T18:00Z
        return options;
    }

    QString path() const { return folder.filePath(QStringLiteral("desk.db")); }

    db::Answer submit(const char* request)
    {
        return store->submit(QJsonDocument::fromJson(request).object());
    }

    void reopen(const db::OpenOptions& how = {})
    {
        store.reset();
        store = db::Store::open(path(), how);
    }

    const QTemporaryDir folder;
    std::unique_ptr<db::Store> store;
};

/// The first user of a desk: an EDT team manager called Priya.
inline const char* addPriya = R"({"do": "user.add", "login": "priya", "name": "Priya Nair",
    "service": "edt", "roles": ["edt_team_manager"]})";
