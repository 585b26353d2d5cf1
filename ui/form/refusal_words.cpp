#include "ui/form/refusal_words.h"

#include "ui/form/field_row.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

// Along the path, "officers[1].user"; none where the command has no such field.
const core::FieldSpec* fieldAt(const QString& path, const std::vector<core::FieldSpec>& fields)
{
    const std::vector<core::FieldSpec>* inside = &fields;
    const core::FieldSpec* found = nullptr;
    for (const QString& step : path.split(u'.')) {
        const QString name = step.section(u'[', 0, 0);
        const auto at = std::find_if(inside->begin(), inside->end(),
            [&name](const core::FieldSpec& each) { return each.name == name; });
        if (at == inside->end())
            return nullptr;
        found = &*at;
        inside = &at->fields;
    }
    return found;
}

}

core::Refusal inWords(core::Refusal refusal, const std::vector<core::FieldSpec>& fields,
    const QHash<QString, QString>& names)
{
    const core::FieldSpec* field = fieldAt(refusal.field, fields);
    if (!field)
        return refusal;
    refusal.text.replace(
        u"“%1”"_s.arg(refusal.field), u"“%1”"_s.arg(names.value(refusal.field, nameIn(*field))));
    if (refusal.mend == u"Give %1."_s.arg(refusal.field))
        refusal.mend = QCoreApplication::translate("ui::CommandForm", "Fill it in.");
    return refusal;
}

}
