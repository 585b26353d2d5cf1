#include "ui/theme/desk_style.h"

using namespace Qt::StringLiterals;

namespace ui {

DeskStyle::DeskStyle(int zoomPercent) : QProxyStyle(u"fusion"_s), m_zoom(zoomPercent) { }

int DeskStyle::pixelMetric(
    PixelMetric metric, const QStyleOption* option, const QWidget* widget) const
{
    switch (metric) {
    case PM_LayoutHorizontalSpacing:
    case PM_LayoutVerticalSpacing: return 6 * m_zoom / 100;
    case PM_LayoutLeftMargin:
    case PM_LayoutTopMargin:
    case PM_LayoutRightMargin:
    case PM_LayoutBottomMargin: return 8 * m_zoom / 100;
    case PM_SmallIconSize:
    case PM_ButtonIconSize:
    case PM_ListViewIconSize: return 16 * m_zoom / 100;
    case PM_ToolBarIconSize: return 18 * m_zoom / 100;
    case PM_ScrollBarExtent: return 12 * m_zoom / 100;
    case PM_IndicatorWidth:
    case PM_IndicatorHeight:
    case PM_ExclusiveIndicatorWidth:
    case PM_ExclusiveIndicatorHeight: return 15 * m_zoom / 100;
    default: return QProxyStyle::pixelMetric(metric, option, widget);
    }
}

int DeskStyle::styleHint(StyleHint hint, const QStyleOption* option, const QWidget* widget,
    QStyleHintReturn* returned) const
{
    switch (hint) {
    case SH_Widget_Animation_Duration:
    case SH_ComboBox_Popup:
    case SH_ItemView_ActivateItemOnSingleClick: return 0;
    case SH_TabBar_PreferNoArrows: return 1;
    default: return QProxyStyle::styleHint(hint, option, widget, returned);
    }
}

}
