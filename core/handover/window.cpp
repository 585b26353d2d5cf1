#include "core/handover/window.h"

namespace core {

Window evolved(Window window, const Event& event)
{
    static const auto rules = rulesByType<Window>({});
    evolve(window, event, rules);
    return window;
}

WindowId windowId(const QString& profileKey, const QString& windowName)
{
    static const QUuid space(QStringLiteral("{6f1d7c52-7f9a-4a43-9e0e-2f7c0a8f7b11}"));
    return {QUuid::createUuidV5(space, profileKey + u'/' + windowName)};
}

}
