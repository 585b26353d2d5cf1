#pragma once

#include "ui/case/section_facts.h"

#include <QScrollArea>

namespace ui {

class DeskService;
class AttachedFiles;
class FactsList;

/// The sections of a case one below the other, each with what is known and the keys to add to it.
class CaseSections : public QScrollArea {
    Q_OBJECT

public:
    explicit CaseSections(const DeskService& desk, QWidget* parent = nullptr);

    void show(const core::Case& record);
    void focusFirst();

signals:
    void chosen(const QString& command);
    void said(const QString& text);

private:
    QWidget* makeSection(const Section& section);

    const DeskService& m_desk;
    AttachedFiles* m_files;
    std::vector<FactsList*> m_lists;
};

}
