#include "app/cli/reference_verb.h"

#include "app/cli/opened.h"
#include "core/reference/reference.h"
#include "core/time/london.h"
#include "db/resources.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace cli {

namespace {

QJsonObject toJson(const core::ReferenceEntry& entry, QDate today)
{
    QJsonObject json{{u"kind"_s, entry.kind}, {u"name"_s, entry.name},
        {u"clauses"_s, QJsonArray::fromStringList(entry.clauses)},
        {u"in_use"_s, core::isInUse(entry, today)}};
    if (!entry.detail.isEmpty())
        json.insert(u"detail"_s, entry.detail);
    if (!entry.version.isEmpty())
        json.insert(u"version"_s, entry.version);
    if (entry.review)
        json.insert(u"review"_s, entry.review->toString(Qt::ISODate));
    if (core::isOverdue(entry, today))
        json.insert(u"overdue"_s, true);
    return json;
}

void print(Call& call, const core::ReferenceEntry& entry, QDate today)
{
    call.out << entry.kind << '\t' << entry.name << '\t' << entry.detail << '\t'
             << entry.clauses.join(u", ") << '\t';
    if (core::isOverdue(entry, today))
        call.out << "its review was due " << core::dateText(*entry.review);
    else if (!core::isInUse(entry, today))
        call.out << "not in use";
    call.out << '\n';
}

void tell(Call& call, const core::ReferenceEntry& entry, QDate today)
{
    if (call.json)
        call.out << QJsonDocument(toJson(entry, today)).toJson(QJsonDocument::Compact) << '\n';
    else
        print(call, entry, today);
}

QByteArray referenceBytes(const QString& keyOrPath)
{
    const QString shipped = u":/reference/%1.json"_s.arg(keyOrPath);
    return db::readWhole(QFile::exists(shipped) ? shipped : keyOrPath);
}

// As said, else the area of the store that is named.
QString areaOf(const Call& call, const QString& said)
{
    if (!said.isEmpty())
        return said;
    if (call.store.isEmpty())
        return u"anyshire"_s;
    return db::Store::open(call.store, {db::Access::Read, {}, {}, {}})->calendar().profile().key;
}

}

int referenceVerb(Call& call)
{
    QCommandLineParser parser;
    parser.addPositionalArgument(u"kind"_s, u"One kind: "_s + core::referenceKinds().join(u", "));
    parser.addOption({u"profile"_s,
        u"A shipped service area, or a reference file; the store's, else anyshire"_s, u"P"_s});
    if (!parse(call, parser, "reference", 1))
        return Usage;
    const QString kind = parser.positionalArguments().value(0);
    if (!kind.isEmpty() && !core::referenceKinds().contains(kind))
        return wrongUsage(call, u"“%1” is no kind of entry."_s.arg(kind),
            u"Use one of: %1."_s.arg(core::referenceKinds().join(u", ")));
    return guarded(call, [&] {
        const QDate today = core::dateOf(call.clock());
        for (const core::ReferenceEntry& entry :
            core::readReference(referenceBytes(areaOf(call, parser.value(u"profile"_s)))))
            if (kind.isEmpty() || entry.kind == kind)
                tell(call, entry, today);
        return static_cast<int>(Done);
    });
}

}
