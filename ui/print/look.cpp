#include "ui/print/look.h"

using namespace Qt::StringLiterals;

namespace print {

namespace {

struct Type {
    qreal points;
    bool bold;
};

Type typeOf(Face face)
{
    switch (face) {
    case Face::Body: return {9.5, false};
    case Face::Strong: return {9.5, true};
    case Face::Small: return {8, false};
    case Face::SmallStrong: return {8, true};
    case Face::Heading: return {11.5, true};
    case Face::Title: return {17, true};
    case Face::Marking: return {10, true};
    }
    return {9.5, false};
}

}

QFont Look::font(Face face) const
{
    const Type type = typeOf(face);
    QFont font;
    font.setFamilies({u"Liberation Sans"_s, u"Arial"_s, u"DejaVu Sans"_s});
    font.setPointSizeF(type.points);
    font.setBold(type.bold);
    font.setHintingPreference(QFont::PreferNoHinting);
    if (face == Face::Marking)
        font.setLetterSpacing(QFont::PercentageSpacing, 106);
    return {font, &m_device};
}

}
