#pragma once

#include "core/casework/status/course_parts.h"

namespace core {

/// What became known of how a s136 detention goes on; what is left out stays. CLK-42 to CLK-44
struct DetentionFollowed {
    static constexpr const char* type = "case.detention_followed";
    DetentionCourse course;

    template <typename Self, typename V>
    static void visit(Self& s, V&& v)
    {
        DetentionCourse::visit(s.course, v);
    }
};

/// The same of a child's strategy discussion and conference. CLK-51, CLK-52
struct ChildProtectionFollowed {
    static constexpr const char* type = "case.child_protection_followed";
    ChildProtection told;

    template <typename Self, typename V>
    static void visit(Self& s, V&& v)
    {
        ChildProtection::visit(s.told, v);
    }
};

}
