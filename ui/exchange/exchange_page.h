#pragma once

#include "ui/shell/page.h"

class QLabel;
class QPushButton;
class QStackedWidget;

namespace ui {

class DeskService;
class FormHost;
class NewsPanel;
class SheetView;
struct ExchangeNews;

/// The desks that this one knows, what they still lack, and bundles to and from them.
class ExchangePage : public Page {
    Q_OBJECT

public:
    explicit ExchangePage(DeskService& desk, QWidget* parent = nullptr);

    /// The profile: its version stands here.
    bool showRecord(const core::Subject& subject, const core::PartId& part) override;
    void focusFirst() override;
    void entered() override;
    /// Bundles are read, an introduction opens the question whether to trust it.
    bool takeFiles(const QStringList& files) override;

private:
    QWidget* makeHead();
    QWidget* makeMain();
    QWidget* makeSide();
    void connectParts();
    void addKeys();
    void refresh();
    void showFolder();
    void publish();
    void write();
    void read();
    void introduce();
    void trust(const QString& file);
    void withdraw();
    void chooseFolder();
    void finished(const ExchangeNews& news);

    DeskService& m_desk;
    QLabel* m_own;
    QLabel* m_doubts; ///< this desk is continued elsewhere
    QLabel* m_folder;
    QLabel* m_profile;
    QPushButton* m_write;
    QPushButton* m_withdraw;
    SheetView* m_view;
    QStackedWidget* m_stack;
    FormHost* m_forms;
    NewsPanel* m_news;
    QLabel* m_waitingTitle;
    SheetView* m_waiting;
};

}
