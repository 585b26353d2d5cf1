#include "ui/desk/shipped_reference.h"

#include "db/resources.h"

#include <QFile>

using namespace Qt::StringLiterals;

namespace ui {

std::vector<core::ReferenceEntry> shippedReference(const QString& profileKey)
{
    const QString path = u":/reference/%1.json"_s.arg(profileKey);
    if (!QFile::exists(path))
        return {};
    return core::readReference(db::readWhole(path));
}

}
