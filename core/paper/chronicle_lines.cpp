#include "core/paper/chronicle_lines.h"

using namespace Qt::StringLiterals;

namespace core::chronicle {

QString joined(std::initializer_list<QString> parts)
{
    QStringList given;
    for (const QString& part : parts)
        if (!part.isEmpty())
            given.append(part);
    return given.join(u"; ");
}

void add(Lines& lines, Instant at, const char* kind, const QString& text, const QString& by)
{
    ChronicleLine line;
    line.at = at;
    line.recorded = at;
    line.kind = QString::fromLatin1(kind);
    line.text = text;
    line.by = by;
    lines.push_back(std::move(line));
}

void addIf(Lines& lines, const std::optional<Instant>& at, const char* kind, const QString& text)
{
    if (at)
        add(lines, *at, kind, text);
}

}
