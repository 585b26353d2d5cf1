#pragma once

#include "core/exchange/sharing.h"
#include "core/journal/new_event.h"
#include "db/bundle_file.h"
#include "db/hashing.h"
#include "db/store_parts.h"
#include "tests/db/edt_desks.h"

/// Two EDT desks, and a desk of the day service that both trust and that means ill: it writes what
/// no command would and sends what no export would.
struct Forger : EdtDesks {
    Forger() : day(makeDay())
    {
        REQUIRE(submit(*day, R"({"do": "user.add", "login": "olive", "name": "Olive Marsh",
            "service": "amhp-day", "roles": ["amhp_lead"]})")
                    .done());
        believe(*one, *day, QStringLiteral("priya"));
        believe(*two, *day, QStringLiteral("sam"));
        believe(*day, *one, QStringLiteral("olive"));
    }

    std::unique_ptr<db::Store> makeDay() const
    {
        db::InitOptions options = DeskInFolder::options();
        options.service = QStringLiteral("amhp-day");
        options.desk = QStringLiteral("AMHP day desk");
        options.staffOf = {options.service};
        return db::Store::create(folder.filePath(QStringLiteral("day.db")), options);
    }

    /// An event on any record, as the store would write it.
    template <typename P>
    static void write(db::Store& store, const core::Subject& subject, const P& payload)
    {
        db::StoreParts& parts = store.parts();
        db::Write write(parts);
        core::NewEvent event = core::newEvent(subject, payload, store.now());
        db::append(parts, {event},
            {{{}, QStringLiteral("Olive Marsh"), QStringLiteral("amhp_lead"), store.service()},
                parts.mint(), store.now()});
        write.commit();
    }

    /// A bundle of `from` for `to` with whatever `put` puts into it.
    template <typename Put>
    QString forged(
        const db::Store& from, const db::Store& to, const QString& name, const Put& put) const
    {
        const QString path = folder.filePath(name);
        const db::StoreParts& parts = from.parts();
        QFile file(path);
        REQUIRE(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
        db::BundleWriter writer(file, from.desk(), {{to.desk(), to.parts().key->boxKey()}});
        writer.put(core::BundleRecord::Opening,
            core::bundleBytes(core::BundleOpening{from.desk(), parts.key->signingKey(),
                parts.deskName, from.service(), to.service(), from.now(), parts.journal->head().seq,
                from.training()}));
        put(writer);
        writer.close(*parts.key);
        return path;
    }
    /// All that the day desk wrote, whole.
    QString everything(const db::Store& to, const QString& name) const
    {
        return forged(*day, to, name, [this](db::BundleWriter& writer) {
            writer.put(core::BundleRecord::Segment,
                core::bundleBytes(core::BundleSegment{day->desk(), 1, {}}));
            db::Rows rows = db::select(*day->parts().database,
                QStringLiteral(
                    "SELECT h.envelope, b.blind, b.evidence, b.late_reason, b.payload,"
                    " c.signature FROM chain c JOIN desk d ON d.id = c.desk"
                    " JOIN header h ON h.place = c.place JOIN body b ON b.place = c.place"
                    " WHERE d.desk = ? ORDER BY c.seq"),
                {core::deskBytes(day->desk())});
            QByteArray signature;
            while (rows.next()) {
                core::NewEvent body;
                body.evidence = rows.text(2);
                body.lateReason = rows.text(3);
                body.payload = rows.bytes(4);
                const QByteArray envelope = rows.bytes(0);
                const QByteArray blind = rows.bytes(1);
                const QByteArray bytes = core::bodyBytes(body);
                writer.put(core::BundleRecord::Event,
                    core::bundleBytes(core::BundleEvent{envelope, blind, bytes}));
                signature = rows.bytes(5);
            }
            writer.put(core::BundleRecord::Signature, signature);
        });
    }
    /// A part of the day desk's chain that hangs on nothing that is here.
    QString gap(const db::Store& to, const QString& name, qint64 first) const
    {
        return forged(*day, to, name, [&](db::BundleWriter& writer) {
            const core::Digest before = db::hash(name.toUtf8());
            const core::Digest event = db::hash("event");
            const core::Head head{day->desk(), first, db::hash(core::chainBytes(before, event))};
            writer.put(core::BundleRecord::Segment,
                core::bundleBytes(core::BundleSegment{day->desk(), first, before}));
            writer.put(core::BundleRecord::Stubs, core::toBytes(event));
            writer.put(core::BundleRecord::Signature, day->parts().key->sign(head));
        });
    }
    static bool names(const core::ImportReport& report, const QString& what)
    {
        return core::linesOf(report).join(u'\n').contains(what);
    }

    std::unique_ptr<db::Store> day;
};
