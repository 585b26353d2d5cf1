#pragma once

#include "core/casework/case.h"

#include <QPushButton>
#include <QTemporaryDir>

namespace ui {

class DeskService;

/// The attached files of a case: opens one in the program for it, or saves a copy. What is opened
/// is a private copy that goes when the window does.
class AttachedFiles : public QPushButton {
    Q_OBJECT

public:
    explicit AttachedFiles(const DeskService& desk, QWidget* parent = nullptr);

    /// Hidden when the case has none.
    void show(const core::Case& record);

signals:
    /// What became of it, for the message bar.
    void said(const QString& text);

private:
    void open(const core::Document& document);
    void save(const core::Document& document);
    bool copy(const core::Document& document, const QString& path);

    const DeskService& m_desk;
    QTemporaryDir m_opened;
    int m_copies = 0;
};

}
