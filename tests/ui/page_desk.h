#pragma once

#include "tests/ui/test_desk.h"
#include "ui/shell/main_window.h"
#include "ui/theme/theme.h"

#include <QTest>

/// A window over a desk with one case, on the page wanted.
struct PageDesk : TestDesk {
    explicit PageDesk(const char* page)
    {
        opened = openCase();
        show(page);
    }

    /// The same desk at a later hour, opened again; `login` is at it.
    void passTo(const char* local, const char* login, const char* page)
    {
        window.reset();
        service.reset();
        setClock(local);
        reopen();
        service->actAs(QString::fromLatin1(login));
        show(page);
    }

    void go(const char* page) const
    {
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

    void show(const char* page)
    {
        window = std::make_unique<ui::MainWindow>(*service, theme);
        window->resize(1366, 768);
        window->show();
        window->activateWindow();
        go(page);
    }

    QString opened;
    ui::Theme theme;
    std::unique_ptr<ui::MainWindow> window;
};
