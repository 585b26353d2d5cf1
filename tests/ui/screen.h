#pragma once

#include "tests/ui/test_desk.h"
#include "ui/shell/main_window.h"
#include "ui/theme/theme.h"

/// The whole window over a desk with one case under s136, as Grace Oyelaran sees it, who is on
/// duty.
struct Screen : TestDesk {
    Screen()
    {
        submit(R"({"do": "duty.start"})");
        openCase();
        window = std::make_unique<ui::MainWindow>(*service, theme);
        window->resize(1366, 768);
        window->show();
        QCoreApplication::processEvents();
    }

    /// The dialog or part of this type that is open now.
    template <typename T>
    T* shown() const
    {
        for (T* part : window->findChildren<T*>())
            if (part->isVisible())
                return part;
        return nullptr;
    }

    ui::Theme theme;
    std::unique_ptr<ui::MainWindow> window;
};
