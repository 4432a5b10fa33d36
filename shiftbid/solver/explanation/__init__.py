"""Why a demand cannot be met: the smallest set of needs, rules and pins that cannot be kept together."""
