#include "ui/duty/clocks_list.h"

#include "core/paper/clocks_paper.h"
#include "ui/desk/desk_service.h"
#include "ui/print/files.h"
#include "ui/print/paper_pages.h"

#include <QPrintDialog>
#include <QPrinter>

using namespace Qt::StringLiterals;

namespace ui {

core::Paper clocksList(const DeskService& desk)
{
    const auto user = desk.user();
    return core::clocksPaper(desk.service(), desk.records(), desk.calendar(),
        core::frameOf(
            desk.calendar(), desk.service(), user ? user->name : u"nobody named"_s, desk.now()));
}

void printClocks(const DeskService& desk, QWidget* window, std::function<void(const QString&)> said)
{
    const core::Paper paper = clocksList(desk);
    auto printer = std::make_shared<QPrinter>(QPrinter::HighResolution);
    printer->setDocName(print::fileName(paper, u"pdf"_s));
    auto* dialog = new QPrintDialog(printer.get(), window);
    dialog->setObjectName(u"printClocks"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    QObject::connect(dialog, &QDialog::accepted, window, [printer, paper, said = std::move(said)] {
        const int pages = print::paint(*printer, paper);
        said(u"%1 sent to the printer, %2 %3."_s.arg(paper.title)
                 .arg(pages)
                 .arg(pages == 1 ? u"page"_s : u"pages"_s));
    });
    dialog->open();
}

}
