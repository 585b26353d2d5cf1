#include "app/cli/opened.h"

#include "core/frontdoor/limited_view.h"

#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace cli {

namespace {

QString freshStartMend(const QString& mend, const QString& path)
{
    return u"%1 `dutydesk-cli --store %2 fresh-start` makes a store beside it to go on in."_s.arg(
        mend, path);
}

// What it meets is known to every program from then on.
int workOn(db::Store& store, const std::function<int(db::Store&)>& work)
{
    try {
        return work(store);
    } catch (const db::Error& error) {
        store.meet(error);
        throw;
    }
}

}

int refusedTo(Call& call, const core::Refusal& refusal)
{
    call.err << "dutydesk-cli: " << refusal.text << " (" << refusal.clause << ") " << refusal.mend
             << '\n';
    return Refused;
}

int failed(Call& call, const QString& text, const QString& mend)
{
    if (call.json)
        call.out << QJsonDocument(
            QJsonObject{{u"ok"_s, false}, {u"error"_s, text}, {u"mend"_s, mend}})
                        .toJson(QJsonDocument::Compact)
                 << '\n';
    call.err << "dutydesk-cli: " << QString(text + u' ' + mend).trimmed() << '\n';
    return Failed;
}

int guarded(Call& call, const std::function<int()>& work)
{
    try {
        return work();
    } catch (const db::Error& error) {
        // A wrong column or table is the caller's, not the disk's.
        if (error.fault() == db::Fault::Invalid)
            return wrongUsage(call, error.text(), error.mend());
        return failed(call, error.text(), error.mend());
    } catch (const std::runtime_error& error) {
        return failed(call, QString::fromUtf8(error.what()), {});
    }
}

int withStore(Call& call, db::Access access, const std::function<int(db::Store&)>& work)
{
    const QString path = storeOf(call);
    if (path.isEmpty())
        return Usage;
    return guarded(call, [&] {
        db::OpenOptions options;
        options.access = access;
        options.clock = call.clock;
        try {
            const auto store = db::Store::open(path, options);
            if (access == db::Access::Write && store->damage())
                throw db::damagedStore(store->damage()->text, store->damage()->mend);
            if (const auto refusal = core::refuseBooks(
                    call.ofCases ? store->records().userNamed(call.user).get() : nullptr,
                    store->calendar().profile()))
                return refusedTo(call, *refusal);
            return workOn(*store, work);
        } catch (const db::Error& error) {
            if (!db::saysStoreDamaged(error))
                throw;
            return failed(call, error.text(), freshStartMend(error.mend(), path));
        }
    });
}

}
