#pragma once

#include "core/exchange/introduction.h"
#include "core/exchange/trust.h"
#include "ui/desk/answer.h"

#include <QObject>

#include <atomic>
#include <functional>
#include <memory>

namespace core {
struct ImportReport;
}

namespace db {
struct Damage;
class Store;
class Writer;
}

namespace ui {

class DeskService;
class FolderExchange;

/// How much a bundle carries: what they lack, or everything for a desk that lost it.
enum class Sends { Lacking, Everything };

/// Another desk, as people speak of it.
struct Colleague {
    core::DeskId desk;
    QString name;
    QString service;
    core::TrustStanding standing = core::TrustStanding::Unknown;
    QString vouchedBy;
    QString withdrawnWhy;
    bool lead = false;
    std::optional<qint64> forkedAt; ///< after this entry it went on in two ways
    bool stillAtWork = false; ///< although another desk goes on from it: it is sent bundles
    QStringList doubts; ///< what is wrong with it besides, and what to do
    std::optional<qint64> lastBelieved; ///< of a desk that was withdrawn
    std::optional<core::Instant> until; ///< believed no longer than this
    std::optional<core::Instant> heard; ///< when its newest bundle read here was made
    std::optional<qint64>
        lacks; ///< entries of ours that it did not say it has; none before it spoke
    qint64 newest = 0; ///< number of its newest entry here
};

/// A bundle that waits for something that is missing.
struct WaitingBundle {
    QString name;
    core::Instant at;
    QString why;
};

/// What an export, an import or a trust came to, in an officer's words.
struct ExchangeNews {
    enum class Tone { Done, Owed, Failed };
    Tone tone = Tone::Done;
    QString title;
    QStringList lines;
};

/// An introduction with its six words, or why there is none.
struct Introduced {
    core::Introduction introduction;
    QStringList code;
    QString failure; ///< what is wrong and what to do; empty: it is whole
    QString otherName; ///< core::IntroductionFile
};

/// Bundles, introductions and trust for the window. Nothing of it waits on the window's thread:
/// imports run on the store's writer, so that saving waits its turn and never fails for it; exports
/// and shared folders on a thread of their own.
class Exchange : public QObject {
    Q_OBJECT

public:
    explicit Exchange(DeskService& desk);
    ~Exchange() override;

    std::vector<Colleague> colleagues() const;
    std::vector<WaitingBundle> waiting() const;
    /// Services, by key, with a desk that could read a bundle of ours.
    QStringList reachableServices() const;
    QString deskName() const;
    /// Another desk goes on from this one, or an earlier identity is still at work: what to do.
    QStringList ownDoubts() const;
    FolderExchange& folder() const { return *m_folder; }

    /// Answered by `finished`. Only one at a time: `busy` until then.
    void exportTo(const QString& service, const QString& file, Sends what);
    void import(const QStringList& files);
    bool busy() const { return m_busy; }
    void cancel();
    /// Jobs on other threads that have not answered yet.
    int underWay() const { return m_underWay; }

    using Made = std::function<void(const Introduced&)>;
    void introduce(const QString& file, std::optional<core::Instant> until, QObject* context,
        const Made& made);
    static Introduced readIntroduction(const QString& file);
    static bool isIntroduction(const QString& file);
    struct Trust {
        QString code; ///< the six words as heard
        bool lead = false;
        bool vouch = false;
    };
    void trust(const QString& file, const Trust& how, QObject* context,
        const std::function<void(const Answer&)>& answered);
    /// What `desk.withdraw` is told of a desk, believing it up to its newest entry here.
    QJsonObject withdrawal(const core::DeskId& desk) const;

signals:
    void progressed(const QString& what, qint64 done, qint64 total);
    void finished(const ui::ExchangeNews& news);

private:
    friend class DeskService;
    friend class FolderExchange;
    using Job = std::function<std::function<void()>(db::Store&)>;

    /// Runs the job there and what it returned on the window's thread.
    void run(db::Writer& writer, Job job, std::function<void(const QString& failure)> failed);
    void onWriter(Job job, std::function<void(const QString&)> failed);
    void onCourier(Job job, std::function<void(const QString&)> failed);
    void closeForWriting(const db::Damage& damage);
    void importNext();
    void finish(const ExchangeNews& news);
    void afterImport(const std::vector<core::ImportReport>& reports);
    std::function<bool(qint64, qint64)> progress(const QString& what);

    DeskService& m_desk;
    std::unique_ptr<db::Writer> m_courier; ///< made when first needed
    FolderExchange* m_folder;
    QStringList m_queue; ///< bundles to import
    std::vector<core::ImportReport> m_reports;
    QStringList m_failures;
    std::atomic<bool> m_stopped = false;
    bool m_busy = false;
    int m_underWay = 0;
};

/// The reports of several bundles as one piece of news.
ExchangeNews newsOf(const std::vector<core::ImportReport>& reports, const QStringList& failures);

}
