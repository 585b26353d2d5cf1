#pragma once

#include "core/handover/window.h"
#include "tests/support/to_string.h"
#include "tests/ui/test_desk.h"
#include "ui/form/command_form.h"
#include "ui/form/field_row.h"
#include "ui/handover/handover_page.h"
#include "ui/shell/main_window.h"
#include "ui/shell/message_bar.h"
#include "ui/theme/theme.h"

#include <QEventLoop>
#include <QLabel>
#include <QListView>
#include <QPushButton>
#include <QTest>

#include <catch2/catch.hpp>

namespace handover_evening {

using namespace Qt::StringLiterals;

inline constexpr auto windowName = "2026-11-19-PM";

/// The evening handover of S1: three cases of the day service at 16:20, Priya Nair at the desk.
struct Evening : TestDesk {
    Evening()
    {
        setClock("2026-11-19T16:20");
        addDayService();
        a = opened("Daniel Pryce");
        b = opened("Ruth Kemp");
        c = opened("Ilie Marin");
        submit({{u"do"_s, u"case.status"_s}, {u"user"_s, u"priya"_s}, {u"case"_s, a},
            {u"status"_s, u"s5_2"_s}, {u"start"_s, u"2026-11-18T21:30"_s},
            {u"evidence"_s, u"ward log"_s}});
        window = std::make_unique<ui::MainWindow>(*service, theme);
        window->resize(1366, 768);
        window->show();
        window->activateWindow();
        be("priya");
        window->showPage(u"handover"_s);
        page = qobject_cast<ui::HandoverPage*>(window->page(u"handover"_s));
        list = page->findChild<QListView*>(u"handoverList"_s);
        settle();
    }

    void addDayService()
    {
        for (const char* user : {
                 R"({"do": "user.add", "user": "admin", "login": "priya", "name": "Priya Nair",
                     "service": "amhp-day", "roles": ["amhp_lead", "amhp"], "amhp": true})",
                 R"({"do": "user.add", "user": "admin", "login": "helen", "name": "Helen Brandt",
                     "service": "amhp-day", "roles": ["amhp"], "amhp": true})"})
            submit(user);
    }

    QString opened(const char* title)
    {
        return made(submit(QJsonObject{{u"do"_s, u"case.open"_s}, {u"user"_s, u"priya"_s},
                        {u"title"_s, QString::fromLatin1(title)}, {u"kind_of_work"_s, u"mhaa"_s}}),
            u"case");
    }

    void be(const char* login) const { service->actAs(QString::fromLatin1(login)); }

    std::shared_ptr<const core::Case> record(const QString& id) const
    {
        return service->records().caseRecord({QUuid::fromString(id)});
    }
    const core::HandoverItem& item(const QString& id) const { return record(id)->handovers.back(); }
    QString owner(const QString& id) const { return record(id)->responsible.current(); }
    std::shared_ptr<const core::Window> session() const
    {
        return service->records().window(
            core::windowId(service->profile().key, QString::fromLatin1(windowName)));
    }

    /// A letter on the list.
    void key(Qt::Key letter) const
    {
        list->setFocus();
        QTest::keyClick(list, letter);
        settle();
    }
    /// A key of a button of the page; a button that is pressed by key is shown pressed for a
    /// moment.
    void press(Qt::Key letter, Qt::KeyboardModifier modifier) const
    {
        QEventLoop pressed;
        bool found = false;
        for (const auto* each : page->findChildren<QPushButton*>()) {
            if (!each->isVisible() || each->shortcut() != QKeySequence(modifier | letter))
                continue;
            found = true;
            QObject::connect(each, &QPushButton::clicked, &pressed, &QEventLoop::quit);
        }
        REQUIRE(found);
        QTest::keyClick(window.get(), letter, modifier);
        pressed.exec();
        settle();
    }
    void alt(Qt::Key letter) const { press(letter, Qt::AltModifier); }
    void select(int row) const
    {
        list->setFocus();
        QTest::keyClick(list, Qt::Key_Home);
        for (int i = 0; i < row; ++i)
            QTest::keyClick(list, Qt::Key_Down);
    }
    void type(const char* field, const char* words) const
    {
        REQUIRE(page->form());
        ui::FieldRow* row = page->form()->row(QString::fromLatin1(field));
        REQUIRE(row);
        QTest::keyClicks(row->editor().target(), QString::fromLatin1(words));
    }
    void save() const
    {
        REQUIRE(page->form());
        QTest::keyClick(page->form(), Qt::Key_Return, Qt::ControlModifier);
        settle();
        INFO(window->messages().text().toStdString());
        CHECK_FALSE(page->form());
    }
    void propose(int row, const char* reason, const char* why) const
    {
        be("priya");
        select(row);
        key(Qt::Key_P);
        type("reason", reason);
        type("why", why);
        save();
    }
    QString said() const { return window->messages().text(); }

    QString a;
    QString b;
    QString c;
    ui::Theme theme;
    std::unique_ptr<ui::MainWindow> window;
    ui::HandoverPage* page = nullptr;
    QListView* list = nullptr;
};

inline QString spoken(const QListView& list, int row)
{
    return list.model()->index(row, 0).data(Qt::AccessibleTextRole).toString();
}

inline QStringList visibleWords(const QWidget& widget)
{
    QCoreApplication::processEvents();
    QStringList words;
    for (const QLabel* label : widget.findChildren<QLabel*>())
        if (label->isVisible() && !label->text().isEmpty())
            words.append(label->text());
    return words;
}

}
