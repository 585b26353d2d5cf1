#pragma once

#include "core/paper/paper.h"

#include <QPrinter>
#include <QWidget>

namespace ui {

/// The pages of a paper as they will be printed. The arrow keys scroll.
class PaperPreview : public QWidget {
    Q_OBJECT

public:
    explicit PaperPreview(const core::Paper& paper, QWidget* parent = nullptr);

    int pages() const { return m_pages; }

private:
    QPrinter m_printer;
    int m_pages = 0;
};

/// Prepares a printer for a paper of ours: A4, the paper's orientation, no margins of its own.
void prepare(QPrinter& printer, const core::Paper& paper);

}
