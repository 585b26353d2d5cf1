#include "ui/desk/exchange.h"

#include "db/desks.h"
#include "db/exchange.h"
#include "db/writer.h"
#include "ui/desk/desk_service.h"
#include "ui/desk/folder_exchange.h"
#include "ui/desk/read_or.h"

#include <QDir>
#include <QFileInfo>
#include <QPointer>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

QString sentence(const db::Error& error)
{
    return u"%1 %2"_s.arg(error.text(), error.mend());
}

Colleague colleagueOf(const db::ListedDesk& listed, qint64 ownNewest, core::Instant now)
{
    Colleague colleague;
    colleague.desk = listed.desk;
    colleague.name = listed.name;
    colleague.service = listed.service;
    colleague.standing = core::standingOf(listed.trusted, now);
    colleague.heard = listed.heard;
    colleague.newest = listed.seq;
    colleague.forkedAt = listed.forkedAt;
    colleague.stillAtWork = listed.stillAtWork;
    colleague.doubts = listed.doubts;
    if (listed.has)
        colleague.lacks = std::max<qint64>(ownNewest - *listed.has, 0);
    if (listed.trusted) {
        colleague.vouchedBy = listed.trusted->vouchedBy;
        colleague.lead = listed.trusted->believed.lead;
        colleague.until = listed.trusted->believed.until;
        if (listed.trusted->withdrawn) {
            colleague.withdrawnWhy = listed.trusted->withdrawn->why;
            colleague.lastBelieved = listed.trusted->withdrawn->lastSeq;
        }
    }
    return colleague;
}

QString takenText(qint64 entries)
{
    if (entries == 0)
        return Exchange::tr("Nothing new: all of it was here already");
    return entries == 1 ? Exchange::tr("Taken in: 1 new entry")
                        : Exchange::tr("Taken in: %1 new entries").arg(entries);
}

ExchangeNews failedNews(const QString& title, const QString& why)
{
    return {ExchangeNews::Tone::Failed, title, {why}};
}

}

ExchangeNews newsOf(const std::vector<core::ImportReport>& reports, const QStringList& failures)
{
    ExchangeNews news;
    bool refused = !failures.isEmpty();
    bool unsettled = false;
    qint64 entries = 0;
    for (const core::ImportReport& report : reports) {
        news.lines += core::linesOf(report);
        refused |= report.outcome == core::ImportOutcome::Refused;
        unsettled |= report.unsettled() || !report.held.isEmpty();
        entries += report.events + report.revealed;
    }
    news.lines += failures;
    if (refused) {
        news.tone = ExchangeNews::Tone::Failed;
        news.title = Exchange::tr("Not everything could be taken in");
    } else if (unsettled) {
        news.tone = ExchangeNews::Tone::Owed;
        news.title = Exchange::tr("Taken in; something needs a person");
    } else {
        news.title = takenText(entries);
    }
    return news;
}

Exchange::Exchange(DeskService& desk) : m_desk(desk), m_folder(new FolderExchange(desk, *this)) { }

Exchange::~Exchange()
{
    m_stopped = true;
    m_courier.reset();
    delete m_folder;
}

std::vector<Colleague> Exchange::colleagues() const
{
    const std::vector<db::ListedDesk> listed
        = readOr(m_desk, {}, [this] { return db::listDesks(*m_desk.m_reading); });
    qint64 own = 0;
    for (const db::ListedDesk& each : listed)
        if (each.desk == m_desk.m_reading->desk())
            own = each.seq;
    std::vector<Colleague> colleagues;
    for (const db::ListedDesk& each : listed)
        if (!each.own)
            colleagues.push_back(colleagueOf(each, own, m_desk.now()));
    std::stable_sort(colleagues.begin(), colleagues.end(), [&](const auto& a, const auto& b) {
        const bool mine = a.service == m_desk.service();
        return mine == (b.service == m_desk.service())
            ? std::tie(a.service, a.name) < std::tie(b.service, b.name)
            : mine;
    });
    return colleagues;
}

std::vector<WaitingBundle> Exchange::waiting() const
{
    std::vector<WaitingBundle> waiting;
    for (const db::HeldBundle& held :
        readOr(m_desk, {}, [this] { return db::heldBundles(*m_desk.m_reading); }))
        waiting.push_back({held.name, held.at, held.why});
    return waiting;
}

QStringList Exchange::reachableServices() const
{
    QStringList services;
    for (const Colleague& each : colleagues()) {
        const bool inForce = each.standing == core::TrustStanding::Trusted
            || each.standing == core::TrustStanding::Vouched;
        if (inForce && !services.contains(each.service))
            services.append(each.service);
    }
    return services;
}

QStringList Exchange::ownDoubts() const
{
    QStringList doubts;
    for (const db::ListedDesk& each :
        readOr(m_desk, {}, [this] { return db::listDesks(*m_desk.m_reading); }))
        if (each.own)
            doubts += each.doubts;
    return doubts;
}

QString Exchange::deskName() const
{
    for (const db::ListedDesk& each :
        readOr(m_desk, {}, [this] { return db::listDesks(*m_desk.m_reading); }))
        if (each.desk == m_desk.m_reading->desk())
            return each.name;
    return {};
}

void Exchange::run(db::Writer& writer, Job job, std::function<void(const QString&)> failed)
{
    ++m_underWay;
    const auto here = [this](std::function<void()> what) {
        QMetaObject::invokeMethod(
            this,
            [this, what = std::move(what)] {
                --m_underWay;
                what();
            },
            Qt::QueuedConnection);
    };
    writer.run([job = std::move(job), here](db::Store& store) { here(job(store)); },
        [this, failed = std::move(failed), here](const db::Error& error) {
            m_desk.meet(error);
            here([failed, why = sentence(error)] { failed(why); });
        });
}

void Exchange::onWriter(Job job, std::function<void(const QString&)> failed)
{
    run(*m_desk.m_writer, std::move(job), std::move(failed));
}

void Exchange::onCourier(Job job, std::function<void(const QString&)> failed)
{
    if (!m_courier)
        try {
            m_courier = std::make_unique<db::Writer>(
                m_desk.path(), db::OpenOptions{db::Access::Write, {}, m_desk.m_clock, {}});
        } catch (const db::Error& error) {
            QMetaObject::invokeMethod(
                this, [failed, why = sentence(error)] { failed(why); }, Qt::QueuedConnection);
            return;
        }
    run(
        *m_courier,
        [job = std::move(job)](db::Store& store) {
            store.changedSince();
            return job(store);
        },
        std::move(failed));
}

void Exchange::closeForWriting(const db::Damage& damage)
{
    if (m_courier)
        m_courier->run([damage](db::Store& store) { store.closeForWriting(damage); }, {});
}

std::function<bool(qint64, qint64)> Exchange::progress(const QString& what)
{
    return [this, what](qint64 done, qint64 total) {
        QMetaObject::invokeMethod(
            this, [this, what, done, total] { emit progressed(what, done, total); },
            Qt::QueuedConnection);
        return !m_stopped.load();
    };
}

void Exchange::cancel()
{
    m_stopped = true;
    m_queue.clear();
}

void Exchange::finish(const ExchangeNews& news)
{
    m_busy = false;
    m_desk.poll();
    emit finished(news);
}

void Exchange::exportTo(const QString& service, const QString& file, Sends what)
{
    if (m_busy)
        return;
    m_busy = true;
    m_stopped = false;
    const db::Carry carry = what == Sends::Everything ? db::Carry::Everything : db::Carry::Lacking;
    const QString name = QFileInfo(file).fileName();
    emit progressed(tr("Writing %1").arg(name), 0, 0);
    onCourier(
        [this, service, file, carry, on = progress(tr("Writing %1").arg(name))](db::Store& store) {
            const db::ExportReport report = db::exportBundle(store, service, file, on, carry);
            return [this, file, lines = db::linesOf(report, QDir::toNativeSeparators(file))] {
                finish({ExchangeNews::Tone::Done, tr("Written: send it, or carry it over"), lines});
            };
        },
        [this](const QString& why) { finish(failedNews(tr("Nothing was written"), why)); });
}

void Exchange::import(const QStringList& files)
{
    m_queue += files;
    if (m_busy)
        return;
    m_busy = true;
    m_stopped = false;
    m_reports.clear();
    m_failures.clear();
    importNext();
}

void Exchange::importNext()
{
    if (m_queue.isEmpty())
        return finish(newsOf(std::exchange(m_reports, {}), std::exchange(m_failures, {})));
    const QString file = m_queue.takeFirst();
    const QString what = tr("Reading %1").arg(QFileInfo(file).fileName());
    emit progressed(what, 0, 0);
    onWriter(
        [this, file, on = progress(what)](db::Store& store) {
            std::vector<core::ImportReport> reports{db::importBundle(store, file, on)};
            QString failure;
            try {
                for (core::ImportReport& late : db::importHeld(store, on))
                    reports.push_back(std::move(late));
            } catch (const db::Error& error) {
                if (db::saysStoreDamaged(error) || db::saysStoreUnreadable(error))
                    throw;
                failure = sentence(error); // what was read stands all the same
            }
            return [this, reports = std::move(reports), failure] {
                if (!failure.isEmpty())
                    m_failures.append(failure);
                m_reports.insert(m_reports.end(), reports.begin(), reports.end());
                afterImport(reports);
                importNext();
            };
        },
        [this](const QString& why) {
            m_failures.append(why);
            importNext();
        });
}

void Exchange::afterImport(const std::vector<core::ImportReport>& reports)
{
    const bool renamed = std::any_of(reports.begin(), reports.end(),
        [](const core::ImportReport& report) { return !report.newIdentity.isEmpty(); });
    if (renamed) {
        m_courier.reset();
        m_desk.reopenReading();
    }
    m_desk.poll();
}

void Exchange::introduce(
    const QString& file, std::optional<core::Instant> until, QObject* context, const Made& made)
{
    const auto answer = [guard = QPointer<QObject>(context), made](const Introduced& what) {
        if (guard)
            made(what);
    };
    onCourier(
        [file, until, answer](db::Store& store) {
            const db::Introduced done = db::introduce(store, file, until);
            return
                [answer, made = Introduced{done.introduction, done.code, {}, {}}] { answer(made); };
        },
        [answer](const QString& why) {
            answer({{}, {}, why, {}});
        });
}

Introduced Exchange::readIntroduction(const QString& file)
{
    try {
        const db::Introduced read = db::readIntroductionFile(file);
        return {read.introduction, read.code, {}, read.otherName};
    } catch (const db::Error& error) {
        return {{}, {}, sentence(error), {}};
    }
}

bool Exchange::isIntroduction(const QString& file)
{
    QFile opened(file);
    return opened.open(QIODevice::ReadOnly)
        && opened.readLine(64).startsWith("Dutydesk introduction");
}

void Exchange::trust(const QString& file, const Trust& how, QObject* context,
    const std::function<void(const Answer&)>& answered)
{
    const auto answer = [this, guard = QPointer<QObject>(context), answered](const Answer& what) {
        m_desk.poll();
        if (guard)
            answered(what);
        emit m_desk.answered(what);
    };
    const auto user = m_desk.user();
    onWriter(
        [this, file, how, answer, login = user ? user->login : QString()](db::Store& store) {
            const db::Answer done = db::trustDesk(
                store, db::readIntroductionFile(file), {login, how.code, how.lead, how.vouch, {}});
            std::vector<core::ImportReport> late;
            if (done.done())
                late = db::importHeld(store);
            return [this, answer, late, what = Answer{done.decision, {}, {}}] {
                afterImport(late);
                if (!late.empty())
                    emit finished(newsOf(late, {}));
                answer(what);
            };
        },
        [answer](const QString& why) {
            answer({{}, why, {}});
        });
}

QJsonObject Exchange::withdrawal(const core::DeskId& desk) const
{
    for (const Colleague& each : colleagues())
        if (each.desk == desk)
            return {{u"desk"_s, desk}, {u"last_seq"_s, each.newest},
                {u"last_chain"_s, readOr(m_desk, {}, [&] {
                     return db::chainOf(*m_desk.m_reading, desk, each.newest);
                 })}};
    return {};
}

}
