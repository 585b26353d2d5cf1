#pragma once

#include "tests/ui/test_desk.h"
#include "ui/desk/exchange.h"
#include "ui/desk/folder_exchange.h"
#include "ui/shell/main_window.h"
#include "ui/shell/page.h"
#include "ui/theme/theme.h"

#include <QDir>
#include <QLineEdit>
#include <QPushButton>
#include <QTest>

#include <catch2/catch.hpp>

/// A desk with its window; whatever it has begun is finished before a test looks.
struct WindowDesk : TestDesk {
    explicit WindowDesk(const QString& name) : TestDesk(name)
    {
        window = std::make_unique<ui::MainWindow>(*service, theme);
        window->resize(1366, 768);
        window->show();
        QCoreApplication::processEvents();
    }

    ui::Exchange& exchange() const { return service->exchange(); }
    ui::FolderExchange& shared() const { return exchange().folder(); }

    void finish() const
    {
        for (int rounds = 0; rounds < 5; ++rounds) {
            while (exchange().underWay() > 0 || exchange().busy() || shared().going()
                || service->underWay() > 0)
                QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
            QCoreApplication::processEvents();
        }
    }
    /// Seconds pass, without anybody waiting for them.
    void tick(int seconds) const
    {
        for (int each = 0; each < seconds; ++each) {
            emit service->ticked();
            finish();
        }
    }
    void front() const
    {
        window->activateWindow();
        QCoreApplication::processEvents();
    }
    void go(const char* page) const
    {
        front();
        window->showPage(QString::fromLatin1(page));
        QCoreApplication::processEvents();
    }
    template <typename T>
    T* find(const char* name) const
    {
        auto* found = window->findChild<T*>(QString::fromLatin1(name));
        if (!found)
            throw std::runtime_error(name);
        return found;
    }
    /// Alt and the letter of a button; one that is pressed by key is shown pressed for a moment.
    void press(Qt::Key letter) const
    {
        QEventLoop pressed;
        bool found = false;
        for (const auto* each : window->findChildren<QPushButton*>()) {
            if (!each->isVisible() || each->shortcut() != QKeySequence(Qt::ALT | letter))
                continue;
            found = true;
            QObject::connect(each, &QPushButton::clicked, &pressed, &QEventLoop::quit);
        }
        REQUIRE(found);
        QTest::keyClick(window.get(), letter, Qt::AltModifier);
        pressed.exec();
        QCoreApplication::processEvents();
    }
    void type(const char* line, const QString& words) const
    {
        auto* edit = find<QLineEdit>(line);
        edit->setFocus();
        edit->selectAll();
        QTest::keyClicks(edit, words);
    }
    void enter(const char* line) const
    {
        QTest::keyClick(find<QLineEdit>(line), Qt::Key_Return);
        QCoreApplication::processEvents();
        finish();
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    }
    void callIn(const char* words)
    {
        REQUIRE(submit(QJsonObject{{QStringLiteral("do"), QStringLiteral("contact.log")},
                           {QStringLiteral("words"), QString::fromLatin1(words)}})
                    .done());
    }
    std::size_t contacts() const
    {
        return service->rows({QStringLiteral("contact"), {}, {}}).size();
    }

    ui::Theme theme;
    std::unique_ptr<ui::MainWindow> window;
};

/// Two EDT desks, a place for files, and a folder that both can reach.
struct TwoWindows {
    TwoWindows()
    {
        REQUIRE(QDir(post.path()).mkdir(QStringLiteral("common")));
        REQUIRE(two.submit(R"({"do": "user.add", "user": "admin", "login": "asha",
            "name": "Asha Rahman", "service": "edt", "roles": ["edt_officer"]})")
                    .done());
        two.service->actAs(QStringLiteral("asha"));
    }

    QString file(const char* name) const { return post.filePath(QString::fromLatin1(name)); }
    QString common() const { return file("common"); }

    /// One believes the other, by the words.
    void believe(WindowDesk& who, WindowDesk& whom)
    {
        const QString path = file("introduction");
        QString code;
        whom.exchange().introduce(path, {}, whom.window.get(),
            [&](const ui::Introduced& made) { code = made.code.join(u' '); });
        while (code.isEmpty())
            QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
        bool done = false;
        who.exchange().trust(path, {code, false, false}, who.window.get(),
            [&](const ui::Answer& answer) { done = answer.done(); });
        while (!done)
            QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
        who.finish();
    }
    void meet()
    {
        believe(one, two);
        believe(two, one);
    }
    void share()
    {
        for (WindowDesk* each : {&one, &two}) {
            bool failed = false;
            each->shared().setFolder(common(), [&](const QString&) { failed = true; });
            while (each->shared().folder().isEmpty() && !failed)
                QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
            REQUIRE_FALSE(failed);
            each->finish();
        }
    }
    /// So many seconds on both desks.
    void tick(int seconds)
    {
        for (int each = 0; each < seconds; ++each)
            for (WindowDesk* desk : {&one, &two})
                desk->tick(1);
    }

    const QTemporaryDir post;
    WindowDesk one{QStringLiteral("EDT desk 1")};
    WindowDesk two{QStringLiteral("EDT desk 2")};
};
