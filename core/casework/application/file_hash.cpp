#include "core/casework/application/file_hash.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace core {

bool isFileHash(const QString& text)
{
    constexpr qsizetype digits = 64;
    return text.size() == digits && std::all_of(text.begin(), text.end(), [](QChar each) {
        return (each >= u'0' && each <= u'9') || (each >= u'a' && each <= u'f');
    });
}

static bool hasNoPlaceInAName(QChar each)
{
    const QChar::Category category = each.category();
    return category == QChar::Other_Control || category == QChar::Other_Format
        || category == QChar::Separator_Line || category == QChar::Separator_Paragraph
        || u"<>:\"|?*"_s.contains(each);
}

QString plainFileName(const QString& given)
{
    constexpr qsizetype longestName = 80; // letters: a disk takes 255 bytes
    constexpr qsizetype longestEnding = 10;
    QString name = given.mid(std::max(given.lastIndexOf(u'/'), given.lastIndexOf(u'\\')) + 1);
    std::replace_if(name.begin(), name.end(), hasNoPlaceInAName, QChar(u'_'));
    while (!name.isEmpty() && (name.front() == u'.' || name.front().isSpace()))
        name.remove(0, 1);
    while (!name.isEmpty() && (name.back() == u'.' || name.back().isSpace()))
        name.chop(1);
    if (name.size() <= longestName)
        return name;
    const qsizetype dot = name.lastIndexOf(u'.');
    const bool endsShort = dot >= 0 && name.size() - dot - 1 <= longestEnding;
    const QString ending = endsShort ? name.sliced(dot) : QString();
    return name.first(longestName - ending.size()) + ending;
}

}
