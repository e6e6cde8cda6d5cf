package com.streamdata.identity;

import com.streamdata.access.Caller;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/** Hands resources the caller that {@link CallerFilter} found. */
final class CallerArgument implements HandlerMethodArgumentResolver {
  private static final Caller NOBODY = new Caller.Anonymous();

  @Override
  public boolean supportsParameter(MethodParameter parameter) {
    return parameter.getParameterType() == Caller.class;
  }

  @Override
  public Object resolveArgument(
      MethodParameter parameter,
      @Nullable ModelAndViewContainer container,
      NativeWebRequest request,
      @Nullable WebDataBinderFactory binders) {
    Object caller = request.getAttribute(CallerFilter.CALLER, RequestAttributes.SCOPE_REQUEST);
    return caller == null ? NOBODY : caller;
  }
}
